package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.feed.FeedEntry;
import org.orderengine.model.Money;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.store.OrderStore;

/** A store whose orders may be spread over several databases; here there is one of them, so that nothing has to spread statements. */
class ShardedStoreTest {

    private static final JdbcOptions OPTIONS = JdbcOptions.DEFAULT.schema("sharded_store");

    @BeforeEach
    void makeSchema() {
        PostgresServer.run("CREATE SCHEMA sharded_store");
    }

    @AfterEach
    void dropSchema() {
        PostgresServer.run("DROP SCHEMA sharded_store CASCADE");
    }

    private static OrderEngine engine(OrderStore store) {
        Product seat = Product.of("SEAT", Money.of("EUR", "20.00"));
        return OrderEngine.builder()
                .store(store)
                .catalog((skus, origin) -> Map.of("SEAT", seat))
                .process(ProcessDefinition.named("tickets", 1)
                        .state("open", s -> s.on("use").to("used"))
                        .state("used", s -> s.end())
                        .build())
                .build();
    }

    @Test
    void ids_beyond_ascii_are_refused_and_others_are_followed_by_its_feed() {
        try (OrderStore store =
                        JdbcOrderStore.sharded(PostgresServer.source(), List.of(PostgresServer.source()), OPTIONS);
                OrderEngine engine = engine(store)) {
            assertThat(engine.execute(PlaceOrder.of("é-1").line("SEAT", 1).build()))
                    .isInstanceOfSatisfying(Outcome.Rejected.class, refused -> assertThat(refused.code())
                            .isEqualTo("order-id-not-ascii"));
            assertThat(engine.execute(PlaceOrder.of("e-1").line("SEAT", 1).build())
                            .isAccepted())
                    .isTrue();
            assertThat(engine.events(null, 10).entries())
                    .extracting(FeedEntry::orderId)
                    .containsExactly("e-1");
        }
        try (OrderStore store = JdbcOrderStore.portable(PostgresServer.source(), OPTIONS);
                OrderEngine engine = engine(store)) {
            assertThat(engine.execute(PlaceOrder.of("é-1").line("SEAT", 1).build())
                            .isAccepted())
                    .isTrue();
        }
    }

    @Test
    void orders_cannot_be_spread_over_nothing() {
        assertThatThrownBy(() -> JdbcOrderStore.sharded(PostgresServer.source(), List.of(), OPTIONS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
