package org.orderengine.examples.retail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where the project lies. */
final class Project {

    private Project() {}

    /** The folder with the Maven wrapper, which the build's working folder lies in. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return Objects.requireNonNull(folder, "no folder above this one has a mvnw");
    }

    /** The sample of real sales beside the checkout. */
    static Path sharedSample() {
        return root().resolve("../shared/data/online-retail-sample.csv").normalize();
    }
}
