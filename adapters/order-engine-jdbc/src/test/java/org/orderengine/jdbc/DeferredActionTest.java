package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.process.ProcessJson;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.VirtualClock;

/** What an order keeps while it is busy lies in its document, and so survives as the order does. */
class DeferredActionTest {

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final FakePaymentGateway gateway = new FakePaymentGateway();

    @TempDir
    Path folder;

    @Test
    void a_kept_action_and_its_payload_survive_the_file_being_closed_and_opened_again() {
        gateway.answer(FakePaymentGateway.Operation.CAPTURE, Answer.UNKNOWN_DONE);
        Order before;
        try (OrderStore store = JdbcOrderStore.sqlite(folder.resolve("orders.db"))) {
            OrderEngine engine = engine(store);
            engine.execute(PlaceOrder.of("o-1").line("SEAT", 3).build());
            engine.execute(Action.on("o-1", "pay").build());
            Outcome kept = engine.execute(Action.on("o-1", "cancel")
                    .line("1", 1)
                    .set("reason", "came alone")
                    .attribute("note", "seats 7 and 8")
                    .commandId("c-1")
                    .build());
            assertThat(kept).as("%s", kept).isInstanceOf(Outcome.Accepted.class);
            assertThat(((Outcome.Accepted) kept).deferred()).isTrue();
            before = engine.orders().find("o-1").orElseThrow();
        }
        try (OrderStore store = JdbcOrderStore.sqlite(folder.resolve("orders.db"))) {
            OrderEngine engine = engine(store);
            assertThat(engine.orders().find("o-1")).contains(before);
            for (Optional<Instant> next = engine.orders().nextDue();
                    next.isPresent();
                    next = engine.orders().nextDue()) {
                clock.advanceTo(next.get());
                engine.runDue(clock.instant());
            }
            Order after = engine.orders().find("o-1").orElseThrow();
            assertThat(after.position()).hasToString("paid");
            assertThat(after.flow().deferred()).isEmpty();
            assertThat(after.books().lines().get(0).units().cancelled()).isEqualTo(1);
            assertThat(after.totals().refunded()).isEqualTo(Money.of("EUR", "20.00"));
            assertThat(engine.orders().timeline("o-1")).last().satisfies(entry -> assertThat(entry.order())
                    .isEqualTo(after));
        }
    }

    private OrderEngine engine(OrderStore store) {
        return OrderEngine.builder()
                .store(store)
                .catalog(new FakeCatalog().sell("SEAT", Money.of("EUR", "20.00")))
                .payments(gateway)
                .process(
                        ProcessJson.read(
                                """
                        { "process": "seats", "states": {
                            "open": { "on": { "pay": "paying" } },
                            "paying": { "run": "payment.capture", "done": "paid", "declined": "open", "defer": "cancel" },
                            "paid": { "on": { "cancel": [{ "when": "nothing-left", "to": "over" }, {}] } },
                            "over": { "final": true } } }"""))
                .time(clock)
                .build();
    }
}
