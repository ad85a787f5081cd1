package org.orderengine.decision.action;

import static org.orderengine.decision.Given.anOrder;

import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;

/** {@code authorize} has money promised, which {@code capture} takes and {@code void} lets go. */
class AuthorizeTest {

    @Test
    void it_owes_the_promise_alone() {
        anOrder()
                .placed()
                .when("authorize")
                .thenOwes("payment.authorize EUR 23.00 for p1")
                .thenIn("created");
    }

    @Test
    void what_is_promised_is_not_outstanding_for_another_payment() {
        anOrder().placed().did("authorize").when("authorize").thenRefused(Codes.NOTHING_OUTSTANDING);
    }
}
