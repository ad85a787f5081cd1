package org.orderengine.verification.architecture;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The modules that hosts depend on. */
enum PublishedModule {
    SPI("order-engine-spi"),
    CORE("order-engine-core"),
    TESTKIT("order-engine-testkit"),
    JDBC("adapters/order-engine-jdbc");

    /** The folder of the reactor, seen from the folder of the module whose tests these are. */
    static final Path REACTOR = Path.of("..");

    private final String path;

    PublishedModule(String path) {
        this.path = path;
    }

    Path folder() {
        return REACTOR.resolve(path);
    }

    /** The folder or the jar of its classes, as it stands on the class path. */
    Path compiled() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> entry.replace(File.separatorChar, '/')
                        .matches(".*/" + artifact() + "(/target/classes|-[^/]*\\.jar)"))
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    String artifact() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
