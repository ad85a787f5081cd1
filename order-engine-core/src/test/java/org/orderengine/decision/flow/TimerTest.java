package org.orderengine.decision.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;
import static org.orderengine.decision.Given.eur;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.Given;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.Timer;

/** A timer moves its order when it is due, and once in effect (F7). */
class TimerTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Test
    void an_order_that_nobody_paid_is_taken_back() {
        anOrder()
                .placed()
                .after(HALF_AN_HOUR)
                .whenTimer("unpaid")
                .thenOwes("inventory.release 2 of 1, 3 of 2")
                .thenIn("cancelling")
                .thenTimers();
    }

    @Test
    void it_does_not_fire_before_it_is_due() {
        anOrder().placed().after(HALF_AN_HOUR.minusNanos(1)).whenTimer("unpaid").thenUnchanged();
    }

    @Test
    void it_does_not_fire_twice() {
        Given lapsed = anOrder().placed().after(HALF_AN_HOUR);
        long epoch = timer(lapsed, "unpaid").epoch();
        lapsed.did("cancel").whenTimer("unpaid", epoch).thenUnchanged();
    }

    @Test
    void one_of_an_earlier_visit_does_not_fire_in_a_later_one() {
        Given before = anOrder().placed();
        long epoch = timer(before, "unpaid").epoch();
        Given again = before.did("pay", "amount", eur("3.00")).after(HALF_AN_HOUR);
        assertThat(timer(again, "unpaid").epoch()).isNotEqualTo(epoch);
        again.whenTimer("unpaid", epoch).thenUnchanged();
        again.whenTimer("unpaid").thenIn("cancelling");
    }

    @Test
    void an_order_is_not_taken_back_while_nobody_knows_whether_it_was_paid() {
        anOrder()
                .placed()
                .asked("authorize")
                .answered("payment.authorize", EffectResult.unknown("timed out"))
                .after(HALF_AN_HOUR)
                .whenTimer("unpaid")
                .thenUnchanged();
    }

    @Test
    void it_is_taken_back_once_that_is_known() {
        anOrder()
                .placed()
                .asked("authorize")
                .answered("payment.authorize", EffectResult.unknown("timed out"))
                .answered("payment.authorize", EffectResult.declined("no-money", "not enough"))
                .after(HALF_AN_HOUR)
                .whenTimer("unpaid")
                .thenIn("cancelling");
    }

    @Test
    void a_timer_of_a_return_ends_the_return_and_leaves_the_order_where_it_is() {
        anOrder()
                .delivered()
                .did("request-return")
                .after(Duration.ofDays(30))
                .whenTimer("return r1 unanswered")
                .thenEvents(new Event.ReturnMoved("r1", "expired", true))
                .thenIn("delivered");
    }

    @Test
    void a_timer_that_is_not_known_does_nothing() {
        anOrder().placed().whenTimer("never", 1).thenUnchanged();
        anOrder().placed().whenTimer("return r9 unanswered", 1).thenUnchanged();
    }

    private static Timer timer(Given given, String name) {
        return Objects.requireNonNull(given.order().flow().timer(name));
    }
}
