package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;
import static org.orderengine.decision.Given.eur;

import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Then;
import org.orderengine.event.Event;

/** {@code payment-received} books money wherever the order is, and the same money once. */
class PaymentReceivedTest {

    @Test
    void it_books_all_that_is_outstanding_and_moves_the_order() {
        Then then = anOrder().placed().when("payment-received", "reference", "tx-7");
        then.thenOwes().thenIn("paid");
        assertThat(then.order().totals().outstanding()).isEqualTo(eur("0.00"));
    }

    @Test
    void it_books_a_part_and_leaves_the_order_where_it_is() {
        Then then = anOrder().placed().when("payment-received", "amount", eur("5.00"), "reference", "tx-7");
        then.thenIn("created");
        assertThat(then.order().totals().outstanding()).isEqualTo(eur("18.00"));
    }

    @Test
    void it_changes_nothing_when_it_comes_twice() {
        anOrder()
                .placed()
                .did("payment-received", "reference", "tx-7")
                .when("payment-received", "reference", "tx-7")
                .thenUnchanged();
    }

    @Test
    void it_is_the_answer_that_a_payment_waits_for() {
        anOrder()
                .placed()
                .asked("pay")
                .when("payment-received", "payment", "p1", "reference", "tx-7")
                .thenEvents(
                        new Event.PaymentAuthorized("p1", eur("23.00"), "tx-7"),
                        new Event.PaymentCaptured("p1", eur("23.00")))
                .thenIn("paid");
    }

    @Test
    void it_is_refused_with_another_amount_than_a_waiting_payment_has() {
        anOrder()
                .placed()
                .asked("pay")
                .when("payment-received", "payment", "p1", "amount", eur("5.00"), "reference", "tx-7")
                .thenRefused(Codes.PAYMENT_PENDING);
    }

    @Test
    void it_is_booked_after_the_end_and_goes_back() {
        anOrder()
                .cancelled()
                .when("payment-received", "amount", eur("5.00"), "reference", "tx-7")
                .thenOwes("payment.refund EUR 5.00 for p1")
                .thenIn("cancelled");
    }

    @Test
    void it_is_refused_without_an_amount_where_nothing_is_outstanding() {
        anOrder().paid().when("payment-received", "reference", "tx-8").thenRefused(Codes.NOTHING_OUTSTANDING);
    }
}
