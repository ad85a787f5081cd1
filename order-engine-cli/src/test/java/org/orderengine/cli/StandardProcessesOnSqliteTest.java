package org.orderengine.cli;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.scenario.ScenarioTests;

/** The testkit's scenarios of the standard processes on SQLite files, each also with a restart behind every step. */
class StandardProcessesOnSqliteTest extends ScenarioTests {

    private final AtomicInteger runs = new AtomicInteger();

    @TempDir
    private Path databases;

    @Override
    protected Path folder() {
        return Path.of("..", "order-engine-testkit", "src", "test", "scenarios");
    }

    @Override
    protected Supplier<OrderStore> newStore() {
        Path file = databases.resolve("orders-" + runs.incrementAndGet() + ".db");
        return () -> JdbcOrderStore.sqlite(file);
    }

    @Override
    protected boolean withRestarts() {
        return true;
    }
}
