package org.orderengine.decision.action;

import static org.orderengine.decision.Given.anOrder;
import static org.orderengine.decision.Given.eur;

import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.event.Event;

/** {@code refund} gives money back out of goodwill, and never more than was kept. */
class RefundTest {

    @Test
    void it_gives_a_part_back() {
        anOrder()
                .paid()
                .when("refund", "amount", eur("3.00"))
                .thenEvents(new Event.CreditGranted(eur("3.00")))
                .thenOwes("payment.refund EUR 3.00 for p1")
                .thenIn("paid");
    }

    @Test
    void it_gives_back_by_the_payment_that_is_named() {
        anOrder()
                .placed()
                .did("pay", "amount", eur("3.00"))
                .did("pay")
                .when("refund", "amount", eur("4.00"), "payment", "p2")
                .thenOwes("payment.refund EUR 4.00 for p2");
    }

    @Test
    void it_counts_what_is_on_its_way_back() {
        anOrder()
                .paid()
                .asked("refund", "amount", eur("20.00"))
                .when("refund", "amount", eur("3.01"))
                .thenRefused(Codes.AMOUNT_EXCEEDED);
    }

    @Test
    void it_is_refused_without_an_amount() {
        anOrder().paid().when("refund").thenRefused(Codes.BAD_PAYLOAD);
    }

    @Test
    void it_is_refused_for_a_payment_that_is_not_there() {
        anOrder().paid().when("refund", "amount", eur("1.00"), "payment", "p9").thenRefused(Codes.UNKNOWN_PAYMENT);
    }

    @Test
    void it_is_refused_before_anything_was_paid() {
        anOrder().placed().when("refund", "amount", eur("1.00")).thenRefused(Codes.AMOUNT_EXCEEDED);
    }
}
