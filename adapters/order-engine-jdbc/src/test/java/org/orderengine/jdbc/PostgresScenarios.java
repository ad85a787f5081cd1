package org.orderengine.jdbc;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.scenario.ScenarioTests;

/** The scenarios of the standard processes on PostgreSQL, each in a schema that is emptied when it is over. */
abstract class PostgresScenarios extends ScenarioTests {

    private static final Schemas SCHEMAS =
            new Schemas("scenarios", options -> JdbcOrderStore.postgresql(PostgresServer.source(), options));

    private final ConcurrentLinkedQueue<OrderStore> opened = new ConcurrentLinkedQueue<>();

    @Override
    protected Path folder() {
        return Path.of("..", "..", "order-engine-testkit", "src", "test", "scenarios");
    }

    @Override
    protected Supplier<OrderStore> newStore() {
        // The tests of a folder run one after another.
        empty();
        OrderStore store = SCHEMAS.open();
        opened.add(store);
        return () -> new LeftOpen(store);
    }

    @AfterEach
    void empty() {
        for (OrderStore store = opened.poll(); store != null; store = opened.poll()) {
            SCHEMAS.discard(store);
        }
    }

    /** A store that is used again after a run has closed it. */
    private static final class LeftOpen extends ForwardingOrderStore {

        LeftOpen(OrderStore store) {
            super(store);
        }

        @Override
        public void close() {}
    }
}
