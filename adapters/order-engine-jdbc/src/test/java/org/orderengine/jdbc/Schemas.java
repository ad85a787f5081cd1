package org.orderengine.jdbc;

import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.orderengine.spi.store.OrderStore;

/** Empty schemas for stores of tests. One that is given back is emptied and used again, for making tables takes long. */
final class Schemas {

    private final String name;
    private final Function<JdbcOptions, OrderStore> opening;
    private final AtomicInteger made = new AtomicInteger();
    private final Deque<String> empty = new ConcurrentLinkedDeque<>();
    private final Map<OrderStore, String> used = new ConcurrentHashMap<>();

    Schemas(String name, Function<JdbcOptions, OrderStore> opening) {
        this.name = name;
        this.opening = opening;
    }

    OrderStore open() {
        String schema = empty.pollFirst();
        if (schema == null) {
            schema = name + "_" + made.incrementAndGet();
            PostgresServer.run("CREATE SCHEMA " + schema);
        }
        return open(schema);
    }

    private OrderStore open(String schema) {
        OrderStore store = opening.apply(JdbcOptions.DEFAULT.schema(schema));
        used.put(store, schema);
        return store;
    }

    OrderStore reopen(OrderStore store) {
        store.close();
        return open(schemaOf(store));
    }

    void discard(OrderStore store) {
        store.close();
        String schema = schemaOf(store);
        PostgresServer.run(
                "DELETE FROM " + schema + ".order_engine_orders",
                "DELETE FROM " + schema + ".order_engine_terms",
                "DELETE FROM " + schema + ".order_engine_history",
                "DELETE FROM " + schema + ".order_engine_outbox",
                "DELETE FROM " + schema + ".order_engine_feed",
                "DELETE FROM " + schema + ".order_engine_subscriptions",
                "UPDATE " + schema + ".order_engine_sequencer SET position = 0");
        empty.addFirst(schema);
    }

    private String schemaOf(OrderStore store) {
        return Objects.requireNonNull(used.remove(store), "a store that was not opened here");
    }
}
