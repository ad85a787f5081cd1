package org.orderengine.verification.architecture;

import java.nio.file.Path;

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

    String artifact() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
