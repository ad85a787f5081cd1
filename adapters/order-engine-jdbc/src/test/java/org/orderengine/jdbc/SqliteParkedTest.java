package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.engine.OrderEngine;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.orders.ParkedEffect;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.VirtualClock;

/** What waits, for a person or for its time, is in the file. */
class SqliteParkedTest {

    @TempDir
    Path directory;

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final FakePaymentGateway gateway = new FakePaymentGateway();

    @Test
    void a_parked_effect_is_found_and_resolved_after_opening_the_file_again() {
        try (OrderStore store = JdbcOrderStore.sqlite(file())) {
            gateway.answer(FakePaymentGateway.Operation.REFUND, Answer.DECLINED);
            OrderEngine engine = engine(store);
            engine.execute(PlaceOrder.of("o-1").line("CUP", 1).build());
            engine.execute(Action.on("o-1", "pay").build());
            engine.execute(Action.on("o-1", "cancel").build());
        }
        try (OrderStore store = JdbcOrderStore.sqlite(file())) {
            OrderEngine engine = engine(store);
            List<ParkedEffect> parked =
                    engine.orders().parked(OrderCriteria.ALL, null, 10).effects();
            assertThat(parked)
                    .singleElement()
                    .satisfies(one -> assertThat(one.effect().name()).isEqualTo("payment.refund"));
            ResolveEffect done = new ResolveEffect(
                    "o-1", parked.get(0).effect().id(), Resolution.done("transfer-1"), "kim", "bank statement", "c-1");

            assertThat(engine.execute(done).isAccepted()).isTrue();
            assertThat(engine.execute(done).isAccepted()).isTrue();

            assertThat(engine.orders().parked(OrderCriteria.ALL, null, 10).effects())
                    .isEmpty();
            assertThat(engine.orders().find("o-1")).get().satisfies(order -> {
                assertThat(order.position()).hasToString("cancelled");
                assertThat(order.totals().refunded()).isEqualTo(Money.of("EUR", "3.33"));
            });
        }
    }

    @Test
    void deadlines_and_timers_on_hold_are_as_they_were_after_opening_the_file_again() {
        Order held;
        try (OrderStore store = JdbcOrderStore.sqlite(file())) {
            OrderEngine engine = engine(store);
            engine.execute(PlaceOrder.of("o-1")
                    .line("CUP", 1)
                    .deadline("unpaid", Duration.ofHours(5))
                    .build());
            clock.advance(Duration.ofHours(1));
            engine.execute(Action.on("o-1", "hold").build());
            held = engine.orders().find("o-1").orElseThrow();
        }
        clock.advance(Duration.ofDays(10));
        try (OrderStore store = JdbcOrderStore.sqlite(file())) {
            OrderEngine engine = engine(store);
            assertThat(engine.orders().find("o-1")).contains(held);

            engine.execute(Action.on("o-1", "resume").build());

            assertThat(engine.orders().nextDue()).contains(clock.instant().plus(Duration.ofHours(4)));
        }
    }

    private OrderEngine engine(OrderStore store) {
        return OrderEngine.builder()
                .store(store)
                .catalog(new FakeCatalog().sell("CUP", Money.of("EUR", "3.33")))
                .payments(gateway)
                .time(clock)
                .build();
    }

    private Path file() {
        return directory.resolve("orders.db");
    }
}
