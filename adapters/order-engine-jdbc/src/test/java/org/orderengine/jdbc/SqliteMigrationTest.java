package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.command.Action;
import org.orderengine.command.Migration;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.MigrationCounts;
import org.orderengine.engine.MigrationOptions;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.event.Event;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.VirtualClock;

/** Orders in a file come from one version of their process to the next, and are found there when it is opened again. */
class SqliteMigrationTest {

    private final ProcessDefinition first = ProcessDefinition.named("tickets", 1)
            .state("open", s -> s.on("use")
                    .to("used")
                    .after("unpaid", Duration.ofMinutes(30))
                    .to("lapsed"))
            .state("used", s -> s.on("leave").to("gone"))
            .state("gone", ProcessStateBuilder::end)
            .state("lapsed", ProcessStateBuilder::end)
            .build();
    private final ProcessDefinition second = ProcessDefinition.named("tickets", 2)
            .state("waiting", s -> s.on("use")
                    .to("inside")
                    .after("payment-due", Duration.ofMinutes(30))
                    .to("lapsed"))
            .state("inside", s -> s.on("leave").to("gone"))
            .state("gone", ProcessStateBuilder::end)
            .state("lapsed", ProcessStateBuilder::end)
            .build();
    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void they_are_migrated_in_batches_and_live_on_in_the_file() {
        Path file = folder.resolve("orders.db");
        try (OrderStore store = JdbcOrderStore.sqlite(file);
                OrderEngine engine = engine(store, first)) {
            for (String id : IntStream.range(0, 25).mapToObj(i -> "o-" + i).toList()) {
                engine.execute(PlaceOrder.of(id).line("CUP", 1).build());
            }
            act(engine, "o-3", "use");
            act(engine, "o-4", "use");
            act(engine, "o-4", "leave");
        }
        Migration migration = Migration.between(first.reference(), second.reference())
                .state("open", "waiting")
                .state("used", "inside")
                .timer("unpaid", "payment-due")
                .build();
        try (OrderStore store = JdbcOrderStore.sqlite(file);
                OrderEngine engine = engine(store, first, second)) {
            assertThat(engine.migrate(migration, MigrationOptions.DEFAULT.batchSize(4))
                            .counts())
                    .isEqualTo(new MigrationCounts(25, 25, 24, 0, 1, 0, 0));
        }
        try (OrderStore store = JdbcOrderStore.sqlite(file);
                OrderEngine engine = engine(store, second)) {
            List<TimelineEntry> timeline = engine.orders().timeline("o-3");
            Order order = engine.orders().find("o-3").orElseThrow();
            assertThat(timeline.get(timeline.size() - 1).events().get(0)).isInstanceOf(Event.ProcessMigrated.class);
            assertThat(timeline.get(timeline.size() - 1).order()).isEqualTo(order);
            assertThat(order.process()).isEqualTo(second.reference());
            act(engine, "o-3", "leave");
            clock.advance(Duration.ofMinutes(30));
            engine.runDue(clock.instant());
            assertThat(engine.orders().find("o-0").orElseThrow().position().toString())
                    .isEqualTo("lapsed");
        }
    }

    private OrderEngine engine(OrderStore store, ProcessDefinition... processes) {
        OrderEngineBuilder builder = OrderEngine.builder()
                .withoutPayments()
                .store(store)
                .catalog(new FakeCatalog().sell("CUP", Money.of("EUR", "1.00")))
                .time(clock);
        for (ProcessDefinition process : processes) {
            builder.process(process);
        }
        return builder.build();
    }

    private static void act(OrderEngine engine, String id, String action) {
        assertThat(engine.execute(Action.on(id, action).build()).isAccepted()).isTrue();
    }
}
