package org.orderengine.decision.action;

import static org.orderengine.decision.Given.anOrder;
import static org.orderengine.decision.Given.eur;

import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;

/** {@code void} lets go what was authorized. */
class VoidPaymentTest {

    @Test
    void it_lets_all_go_that_is_authorized() {
        anOrder().placed().did("authorize").when("void").thenOwes("payment.void EUR 23.00 for p1");
    }

    @Test
    void it_leaves_nothing_to_capture() {
        anOrder().placed().did("authorize").did("void").when("capture").thenRefused(Codes.UNKNOWN_PAYMENT);
    }

    @Test
    void it_is_refused_beyond_what_is_authorized() {
        anOrder().placed().did("authorize").when("void", "amount", eur("23.01")).thenRefused(Codes.AMOUNT_EXCEEDED);
    }
}
