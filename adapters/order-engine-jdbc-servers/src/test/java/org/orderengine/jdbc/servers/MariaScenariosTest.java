package org.orderengine.jdbc.servers;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.scenario.Scenario;
import org.orderengine.testkit.scenario.ScenarioTests;

/** All scenarios on MariaDB, with a restart behind every step. */
@Tag("long")
class MariaScenariosTest extends ScenarioTests {

    private @Nullable OrderStore opened;

    @Override
    protected Path folder() {
        return Path.of("..", "..", "order-engine-testkit", "src", "test", "scenarios");
    }

    @Override
    protected Scenario variant(Scenario scenario) {
        return scenario.withRestarts();
    }

    @Override
    protected Supplier<OrderStore> newStore() {
        empty();
        OrderStore store = MariaServer.open();
        opened = store;
        return () -> new LeftOpen(store);
    }

    @AfterEach
    void empty() {
        if (opened != null) {
            MariaServer.discard(opened);
            opened = null;
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
