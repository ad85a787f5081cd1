package org.orderengine.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;

/**
 * Stores in a SQLite file, and in files beside it.
 *
 * @param file the file that was named
 */
record FileStores(Path file) implements Stores {

    @Override
    public Supplier<OrderStore> empty(PrintWriter notes) {
        Path empty = file;
        for (int number = 2; holdsOrders(empty); number++) {
            empty = sibling(number);
        }
        if (!empty.equals(file)) {
            notes.println(file + " holds orders already; these are kept in " + empty);
        }
        Path chosen = empty;
        return () -> JdbcOrderStore.sqlite(chosen);
    }

    @Override
    public @Nullable OrderStore existing() {
        return Files.exists(file) ? JdbcOrderStore.sqlite(file) : null;
    }

    private static boolean holdsOrders(Path file) {
        try (OrderStore store = JdbcOrderStore.sqlite(file)) {
            return !store.find(OrderCriteria.ALL, null, 1).orders().isEmpty();
        }
    }

    /** {@code orders-2.db} for {@code orders.db}. */
    private Path sibling(int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String numbered = dot <= 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
        return file.resolveSibling(numbered);
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return file.toString();
    }
}
