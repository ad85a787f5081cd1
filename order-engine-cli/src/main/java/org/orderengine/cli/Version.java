package org.orderengine.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tells which version this is, as the build wrote it down. */
final class Version implements IVersionProvider {

    Version() {}

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("build.properties")) {
            if (resource != null) {
                build.load(resource);
            }
        }
        return new String[] {"order-engine " + build.getProperty("version", "of an unknown version")};
    }
}
