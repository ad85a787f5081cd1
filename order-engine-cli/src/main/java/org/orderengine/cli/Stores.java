package org.orderengine.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.OrderStore;

/** What opens stores at the place that the command line names. */
interface Stores extends AutoCloseable {

    /** What opens a store without orders, and opens it again with those that came meanwhile. */
    Supplier<OrderStore> empty(PrintWriter notes);

    /** The store as it is; null if there is none. */
    @Nullable
    OrderStore existing();

    /** Frees what the stores shared. */
    @Override
    void close();

    /** Stores in this process. */
    static Stores inMemory() {
        return new Stores() {
            @Override
            public Supplier<OrderStore> empty(PrintWriter notes) {
                MemoryOrderStore store = new MemoryOrderStore();
                return () -> store;
            }

            @Override
            public @Nullable OrderStore existing() {
                return null;
            }

            @Override
            public void close() {}
        };
    }
}
