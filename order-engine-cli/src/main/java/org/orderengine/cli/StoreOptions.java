package org.orderengine.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where orders are kept. */
final class StoreOptions {

    @Option(
            names = "--store",
            paramLabel = "STORE",
            converter = StoreChoice.Converter.class,
            description = {
                "Where the orders are kept: memory (the default), sqlite:FILE, jdbc:sqlite:FILE, jdbc:postgresql:… or"
                        + " jdbc:mariadb:…",
                "User and password of a server stand in its URL, or in the environment as ORDER_ENGINE_USER and"
                        + " ORDER_ENGINE_PASSWORD."
            })
    private StoreChoice choice = StoreChoice.MEMORY;

    @Option(
            names = "--driver",
            paramLabel = "JAR",
            description =
                    "The jar of a database's driver, where it is not that of SQLite or PostgreSQL; may be given several times.")
    private List<Path> drivers = new ArrayList<>();

    @Option(
            names = "--tables",
            paramLabel = "[SCHEMA.]PREFIX",
            description = "What the names of the tables on a server begin with, and the schema that they lie in.")
    private @Nullable String tables;

    StoreOptions() {}

    StoreChoice choice() {
        return choice;
    }

    /**
     * The stores of one run of a command, to be closed at its end.
     *
     * @throws org.orderengine.spi.store.StoreUnavailableException if a server cannot be reached
     */
    Stores stores() {
        if (choice instanceof StoreChoice.InFile inFile) {
            return new FileStores(inFile.file());
        }
        if (choice instanceof StoreChoice.OnServer server) {
            return ServerStores.connect(server.url(), drivers, tables);
        }
        return Stores.inMemory();
    }
}
