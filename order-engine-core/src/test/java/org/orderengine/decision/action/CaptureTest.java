package org.orderengine.decision.action;

import static org.orderengine.decision.Given.anOrder;
import static org.orderengine.decision.Given.eur;

import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;

/** {@code capture} takes what was authorized, all of it or a part. */
class CaptureTest {

    @Test
    void it_takes_all_that_is_authorized() {
        anOrder().placed().did("authorize").when("capture").thenOwes("payment.capture EUR 23.00 for p1");
    }

    @Test
    void it_takes_a_part() {
        anOrder()
                .placed()
                .did("authorize")
                .when("capture", "amount", eur("5.00"))
                .thenOwes("payment.capture EUR 5.00 for p1");
    }

    @Test
    void it_is_refused_beyond_what_is_authorized() {
        anOrder()
                .placed()
                .did("authorize", "amount", eur("5.00"))
                .when("capture", "amount", eur("5.01"))
                .thenRefused(Codes.AMOUNT_EXCEEDED);
    }

    @Test
    void it_is_refused_where_nothing_is_authorized() {
        anOrder().placed().when("capture").thenRefused(Codes.UNKNOWN_PAYMENT);
    }

    @Test
    void it_is_refused_for_a_payment_that_is_not_there() {
        anOrder().placed().did("authorize").when("capture", "payment", "p9").thenRefused(Codes.UNKNOWN_PAYMENT);
    }
}
