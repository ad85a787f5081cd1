package org.orderengine.decision.action;

import static org.orderengine.decision.Given.anOrder;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;

/** {@code produce}, {@code confirm}, {@code complete}, {@code hold} and {@code resume} move an order and book nothing. */
class MoveTest {

    @Test
    void it_goes_to_production_once_it_is_paid() {
        anOrder().paid().when("produce").thenNothingHappens().thenOwes().thenIn("producing");
    }

    @Test
    void it_is_confirmed_and_comes_to_its_end() {
        anOrder().delivered().when("confirm").thenNothingHappens().thenIn("confirmed");
        anOrder()
                .delivered()
                .did("confirm")
                .when("complete")
                .thenNothingHappens()
                .thenIn("completed");
    }

    @Test
    void a_timer_of_the_state_that_is_left_stops_and_that_of_the_next_starts() {
        anOrder().delivered().when("confirm").thenTimers("after-sale");
        anOrder().delivered().did("confirm").when("complete").thenTimers();
    }

    @Test
    void it_pauses_and_goes_on_where_it_paused() {
        anOrder().paid().when("hold").thenNothingHappens().thenIn("held");
        anOrder().paid().did("hold").when("resume").thenNothingHappens().thenIn("paid");
    }

    @Test
    void a_timer_stands_still_while_the_order_pauses() {
        anOrder().placed().when("hold").thenTimers();
        anOrder()
                .placed()
                .after(Duration.ofMinutes(10))
                .did("hold")
                .after(Duration.ofDays(1))
                .when("resume")
                .thenTimers("unpaid");
    }

    @Test
    void it_is_refused_where_no_transition_takes_it() {
        anOrder().placed().when("confirm").thenRefused(Codes.NOT_ALLOWED);
        anOrder().paid().when("resume").thenRefused(Codes.NOT_ALLOWED);
    }

    @Test
    void it_is_refused_where_its_guard_says_no() {
        anOrder()
                .paid()
                .did("modify", "lines", Lines.of("1", 3))
                .when("produce")
                .thenRefused(Codes.GUARD_REFUSED);
    }

    @Test
    void it_is_refused_while_a_service_is_waited_for() {
        anOrder().placed().asked("pay").when("produce").thenRefused(Codes.BUSY);
    }

    @Test
    void it_is_refused_after_the_end() {
        anOrder().cancelled().when("hold").thenRefused(Codes.ORDER_ENDED);
    }

    @Test
    void it_is_refused_under_a_name_that_the_process_does_not_have() {
        anOrder().placed().when("hodl").thenRefused(Codes.NOT_ALLOWED);
    }
}
