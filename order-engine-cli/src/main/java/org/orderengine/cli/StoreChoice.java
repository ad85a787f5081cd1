package org.orderengine.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where orders are kept.
 *
 * @param file the SQLite file; null for memory
 */
record StoreChoice(@Nullable Path file) {

    static final StoreChoice MEMORY = new StoreChoice(null);

    private static final String SQLITE = "sqlite:";
    private static final String JDBC = "jdbc:";

    /** Reads a choice from the command line. */
    static final class Converter implements ITypeConverter<StoreChoice> {

        Converter() {}

        @Override
        public StoreChoice convert(String text) {
            if (text.equals("memory")) {
                return MEMORY;
            }
            String name = text.startsWith(JDBC) ? text.substring(JDBC.length()) : text;
            if (name.startsWith(SQLITE) && name.length() > SQLITE.length() && name.indexOf('?') < 0) {
                try {
                    return new StoreChoice(Path.of(name.substring(SQLITE.length())));
                } catch (InvalidPathException impossible) {
                    throw new TypeConversionException("\"" + text + "\" names no file: " + impossible.getMessage());
                }
            }
            throw new TypeConversionException(
                    "\"" + text + "\" is no store: give memory, sqlite:FILE or jdbc:sqlite:FILE");
        }
    }

    /** What opens a store without orders, and opens it again with those that came meanwhile. */
    Supplier<OrderStore> open(PrintWriter notes) {
        if (file == null) {
            MemoryOrderStore store = new MemoryOrderStore();
            return () -> store;
        }
        Path empty = file;
        for (int number = 2; holdsOrders(empty); number++) {
            empty = sibling(file, number);
        }
        if (!empty.equals(file)) {
            notes.println(file + " holds orders already; these are kept in " + empty);
        }
        Path chosen = empty;
        return () -> JdbcOrderStore.sqlite(chosen);
    }

    /** The store as it is; null if there is none of that name. */
    @Nullable
    OrderStore openExisting() {
        return file == null || !Files.exists(file) ? null : JdbcOrderStore.sqlite(file);
    }

    private static boolean holdsOrders(Path file) {
        try (OrderStore store = JdbcOrderStore.sqlite(file)) {
            return !store.find(OrderCriteria.ALL, null, 1).orders().isEmpty();
        }
    }

    /** {@code orders-2.db} for {@code orders.db}. */
    private static Path sibling(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String numbered = dot <= 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
        return file.resolveSibling(numbered);
    }
}
