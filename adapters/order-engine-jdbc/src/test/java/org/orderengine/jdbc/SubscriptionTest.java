package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.feed.FeedEntry;
import org.orderengine.feed.Subscription;
import org.orderengine.model.Money;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.FakeCatalog;

/** Subscriptions over real stores: nodes share them, and a node that comes later goes on where the one before was. */
class SubscriptionTest {

    private static final int ORDERS = 25;

    @TempDir
    private Path folder;

    private final List<FeedEntry> given = Collections.synchronizedList(new ArrayList<>());

    private OrderEngineBuilder builder(OrderStore store) {
        return OrderEngine.builder()
                .withoutPayments()
                .store(store)
                .catalog(new FakeCatalog().sell("SEAT", Money.of("EUR", "20.00")))
                .process(ProcessDefinition.named("tickets", 1)
                        .state("open", s -> s.on("use").to("used"))
                        .state("used", s -> s.end())
                        .build());
    }

    private OrderEngine node(OrderStore store) {
        return builder(store)
                .subscribe(Subscription.named("search").fromBeginning().deliver(given::add))
                .build();
    }

    private static void run(OrderEngine engine, String prefix) {
        for (int i = 0; i < ORDERS; i++) {
            engine.execute(PlaceOrder.of(prefix + i).line("SEAT", 1).build());
            engine.execute(Action.on(prefix + i, "use").build());
        }
    }

    private void awaitGiven(int entries) throws InterruptedException {
        for (int tries = 0; tries < 1000 && given.size() < entries; tries++) {
            Thread.sleep(10);
        }
        assertThat(given).hasSize(entries);
        Map<String, Long> seen = new HashMap<>();
        for (FeedEntry entry : List.copyOf(given)) {
            assertThat(entry.revision()).isEqualTo(seen.merge(entry.orderId(), 1L, Long::sum));
            assertThat(entry.columns().state()).isEqualTo(entry.revision() == 1 ? "open" : "used");
        }
    }

    /** Two nodes deliver, one of them goes away, and a third that committed all the time delivers nothing itself. */
    private void assertFollowed(OrderStore store) throws InterruptedException {
        try (OrderEngine two = node(store);
                OrderEngine third = builder(store).build()) {
            try (OrderEngine one = node(store)) {
                one.start(1);
                two.start(1);
                run(third, "a-");
                awaitGiven(ORDERS * 2);
            }
            run(two, "b-");
            awaitGiven(ORDERS * 4);
        }
        try (OrderEngine later = node(store)) {
            run(later, "c-");
            while (later.runFeed() > 0) {
                // There may be more.
            }
            awaitGiven(ORDERS * 6);
            assertThat(later.subscriptions().all().get(0).lag().commits()).isZero();
        }
    }

    @Test
    void in_a_file() throws Exception {
        try (OrderStore store = JdbcOrderStore.sqlite(folder.resolve("orders.db"))) {
            assertFollowed(store);
        }
    }

    @Test
    void in_postgresql() throws Exception {
        PostgresServer.run("CREATE SCHEMA subscriptions");
        try (OrderStore store =
                JdbcOrderStore.postgresql(PostgresServer.source(), JdbcOptions.DEFAULT.schema("subscriptions"))) {
            assertFollowed(store);
        } finally {
            PostgresServer.run("DROP SCHEMA subscriptions CASCADE");
        }
    }

    @Test
    void commits_from_before_there_was_a_feed_have_the_columns_that_their_orders_had_then() throws Exception {
        Path file = folder.resolve("orders.db");
        try (OrderStore store = JdbcOrderStore.sqlite(file);
                OrderEngine engine = builder(store).build()) {
            engine.execute(PlaceOrder.of("o-1").buyer("ann").line("SEAT", 2).build());
            engine.execute(Action.on("o-1", "use").build());
            List<FeedEntry> before = engine.events(null, 10).entries();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.execute("UPDATE order_engine_history SET process = NULL, state = NULL, total = NULL");
            }
            List<FeedEntry> after = engine.events(null, 10).entries();
            assertThat(after).isEqualTo(before).hasSize(2);
        }
    }
}
