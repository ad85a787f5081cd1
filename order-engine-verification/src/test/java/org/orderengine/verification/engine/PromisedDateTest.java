package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.action.PromiseDate;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Timer;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;

/** Dates for which orders are promised, and the timers that follow them. */
class PromisedDateTest {

    private static final String ID = "o-1";
    private static final Instant MONDAY = Instant.parse("2026-01-05T10:00:00Z");

    private static final ProcessDefinition LATE = ProcessJson.read(
            """
            { "process": "florist", "extends": "physical-goods@1",
              "states": { "paid": { "after": { "late": { "at": "promised", "to": "overdue" } } },
                          "active": { "states": { "overdue": { "phase": "to-ship",
                            "on": { "ship": { "to": "shipped" }, "cancel": [ { "when": "nothing-left", "to": "cancelling" }, {} ] } } } } } }
            """);

    private final TestShop shop = new TestShop(LATE);

    @Test
    void a_timer_follows_the_date_though_the_order_was_on_hold_meanwhile() {
        shop.execute(PlaceOrder.of(ID).promisedAt(MONDAY).line("LAMP", 1).build());
        shop.act(ID, "pay");
        assertThat(timers()).extracting(Timer::due).containsExactly(MONDAY);

        shop.act(ID, "hold");
        assertThat(timers()).isEmpty();
        shop.advance(Duration.ofDays(1));
        promise(MONDAY.plus(Duration.ofDays(7)));
        assertThat(timers()).as("while it is on hold").isEmpty();
        shop.act(ID, "resume");

        assertThat(timers()).extracting(Timer::due).containsExactly(MONDAY.plus(Duration.ofDays(7)));
        shop.advance(Duration.ofDays(20));
        assertThat(shop.state(ID)).isEqualTo("overdue");
        Invariants.hold(shop, ID);
    }

    @Test
    void a_date_in_the_past_is_late_at_once() {
        shop.execute(PlaceOrder.of(ID).line("LAMP", 1).build());
        shop.act(ID, "pay");
        assertThat(timers()).as("without a date").isEmpty();
        shop.advance(Duration.ofDays(30));

        promise(MONDAY);
        shop.advance(Duration.ofSeconds(1));

        assertThat(shop.state(ID)).isEqualTo("overdue");
        assertThat(shop.order(ID).promisedAt()).isEqualTo(MONDAY);
        Invariants.hold(shop, ID);
    }

    private void promise(Instant date) {
        assertThat(shop.execute(PromiseDate.on(ID).at(date).build())).isInstanceOf(Outcome.Accepted.class);
    }

    private List<Timer> timers() {
        return shop.order(ID).flow().timers();
    }
}
