package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;
import static org.orderengine.decision.Given.eur;

import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;
import org.orderengine.decision.Then;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Money;
import org.orderengine.model.Payment;

/** {@code pay} asks for what is outstanding, and never for more. */
class PayTest {

    @Test
    void it_asks_for_all_that_is_outstanding() {
        anOrder()
                .placed()
                .when("pay")
                .thenOwes("payment.authorize EUR 23.00 for p1", "payment.capture EUR 23.00 for p1")
                .thenIn("paying");
    }

    @Test
    void it_asks_for_a_part_and_later_for_the_rest() {
        Given partly = anOrder().placed().did("pay", "amount", eur("3.00"));
        partly.when("pay").thenOwes("payment.authorize EUR 20.00 for p2", "payment.capture EUR 20.00 for p2");
    }

    @Test
    void it_brings_the_order_to_paid_when_all_is_paid() {
        assertThat(anOrder().paid().order().position().states()).contains("paid");
    }

    @Test
    void it_names_the_payment_and_how_the_buyer_pays() {
        Then then = anOrder().placed().when("pay", "payment", "deposit", "method", "gift-card", "amount", eur("3.00"));
        then.thenOwes("payment.authorize EUR 3.00 for deposit", "payment.capture EUR 3.00 for deposit");
        assertThat(then.order().books().payment("deposit"))
                .extracting(Payment::method)
                .isEqualTo("gift-card");
    }

    @Test
    void what_was_promised_before_is_not_asked_for_again() {
        anOrder()
                .placed()
                .did("authorize", "amount", eur("20.00"))
                .when("pay")
                .thenOwes("payment.authorize EUR 3.00 for p2", "payment.capture EUR 3.00 for p2");
    }

    @Test
    void what_became_dearer_is_paid_without_leaving_the_state() {
        anOrder()
                .paid()
                .did("modify", "lines", Lines.of("1", 3))
                .when("pay")
                .thenOwes("payment.authorize EUR 10.00 for p2", "payment.capture EUR 10.00 for p2")
                .thenIn("paid");
    }

    @Test
    void a_payment_that_was_declined_leaves_all_outstanding() {
        Given declined = anOrder()
                .placed()
                .asked("pay")
                .answered("payment.authorize", EffectResult.declined("no-money", "not enough"));
        declined.when("pay")
                .thenOwes("payment.authorize EUR 23.00 for p2", "payment.capture EUR 23.00 for p2")
                .thenIn("paying");
    }

    @Test
    void it_is_refused_beyond_what_is_outstanding() {
        anOrder().placed().when("pay", "amount", eur("23.01")).thenRefused(Codes.AMOUNT_EXCEEDED);
    }

    @Test
    void it_is_refused_where_nothing_is_outstanding() {
        anOrder().paid().when("pay").thenRefused(Codes.NOTHING_OUTSTANDING);
    }

    @Test
    void it_is_refused_in_another_currency() {
        anOrder().placed().when("pay", "amount", Money.of("USD", "1.00")).thenRefused(Codes.CURRENCY_MISMATCH);
    }

    @Test
    void it_is_refused_for_no_money() {
        anOrder().placed().when("pay", "amount", eur("0.00")).thenRefused(Codes.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void it_is_refused_under_the_name_of_another_payment() {
        anOrder()
                .placed()
                .did("pay", "amount", eur("3.00"))
                .when("pay", "payment", "p1")
                .thenRefused(Codes.PAYMENT_EXISTS);
    }

    @Test
    void it_is_refused_while_a_payment_is_under_way() {
        anOrder().placed().asked("pay").when("pay").thenRefused(Codes.BUSY);
    }

    @Test
    void it_is_refused_after_the_end() {
        anOrder().cancelled().when("pay").thenRefused(Codes.ORDER_ENDED);
    }
}
