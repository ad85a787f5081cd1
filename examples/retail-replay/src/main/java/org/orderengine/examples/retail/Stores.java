package org.orderengine.examples.retail;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;

/** The order stores that can be named on the command line. */
final class Stores {

    private static final String SQLITE = "sqlite:";
    private static final String JDBC = "jdbc:";

    private Stores() {}

    /**
     * Opens {@code memory}, {@code sqlite:FILE} or {@code jdbc:URL}.
     *
     * @throws UnusableInputException if there is no such store, or it cannot be opened
     */
    static OrderStore open(String name) {
        String inner = name.startsWith(JDBC) ? name.substring(JDBC.length()) : name;
        if (name.equals("memory")) {
            return new MemoryOrderStore();
        }
        try {
            if (inner.startsWith(SQLITE) && inner.length() > SQLITE.length()) {
                return JdbcOrderStore.sqlite(Path.of(inner.substring(SQLITE.length())));
            }
            if (ServerStore.isOnServer(name)) {
                return ServerStore.open(name);
            }
        } catch (StoreUnavailableException | InvalidPathException unusable) {
            throw new UnusableInputException(String.valueOf(unusable.getMessage()), unusable);
        }
        throw new UnusableInputException(
                "there is no store \"" + name
                        + "\"; give memory, sqlite:FILE, jdbc:sqlite:FILE, jdbc:postgresql:… or jdbc:mariadb:…",
                null);
    }
}
