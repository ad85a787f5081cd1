package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;
import static org.orderengine.decision.Given.eur;

import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Then;
import org.orderengine.event.Event;

/** {@code chargeback} books what the provider took back, wherever the order is, and once per reference. */
class ChargeBackTest {

    @Test
    void it_takes_back_all_of_the_payment() {
        anOrder()
                .paid()
                .when("chargeback", "reference", "cb-1")
                .thenEvents(new Event.PaymentChargedBack("p1", eur("23.00"), "cb-1"));
    }

    @Test
    void it_takes_back_a_part() {
        Then then = anOrder().paid().when("chargeback", "reference", "cb-1", "amount", eur("5.00"));
        assertThat(then.order().totals().outstanding()).isEqualTo(eur("5.00"));
    }

    @Test
    void it_changes_nothing_when_it_comes_twice() {
        anOrder()
                .paid()
                .did("chargeback", "reference", "cb-1", "amount", eur("5.00"))
                .when("chargeback", "reference", "cb-1", "amount", eur("5.00"))
                .thenUnchanged();
    }

    @Test
    void it_is_booked_after_the_end() {
        anOrder()
                .delivered()
                .did("confirm")
                .did("complete")
                .when("chargeback", "reference", "cb-1", "amount", eur("5.00"))
                .thenIn("completed");
    }

    @Test
    void it_is_refused_beyond_what_was_taken() {
        anOrder()
                .paid()
                .when("chargeback", "reference", "cb-1", "amount", eur("23.01"))
                .thenRefused(Codes.AMOUNT_EXCEEDED);
    }

    @Test
    void it_is_refused_without_a_reference() {
        anOrder().paid().when("chargeback").thenRefused(Codes.BAD_PAYLOAD);
    }

    @Test
    void it_is_refused_where_no_money_was_taken() {
        anOrder().placed().when("chargeback", "reference", "cb-1").thenRefused(Codes.UNKNOWN_PAYMENT);
    }
}
