package org.orderengine.decision.action;

import static org.orderengine.decision.Given.anOrder;

import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;

/** {@code delivery-failed} says that a parcel came back, or is lost. */
class DeliveryFailedTest {

    @Test
    void what_came_back_leaves_again() {
        anOrder()
                .shipped()
                .did("delivery-failed")
                .when("ship")
                .thenOwes("inventory.consume 2 of 1, 3 of 2 for s2", "logistics.dispatch 2 of 1, 3 of 2 for s2")
                .thenIn("shipped");
    }

    @Test
    void what_came_back_can_be_cancelled_and_is_paid_back() {
        anOrder()
                .shipped()
                .did("delivery-failed")
                .when("cancel")
                .thenOwes("inventory.release 2 of 1, 3 of 2", "payment.refund EUR 23.00 for p1")
                .thenIn("cancelling");
    }

    @Test
    void one_of_two_parcels_fails_and_the_other_arrives() {
        Given both = anOrder().paid().did("ship", "lines", Lines.of("1", 2)).did("ship");
        both.did("delivery-failed", "shipment", "s1")
                .when("deliver", "shipment", "s2")
                .thenOwes()
                .thenIn("producing");
    }

    @Test
    void it_is_refused_for_a_parcel_that_arrived() {
        anOrder().delivered().when("delivery-failed", "shipment", "s1").thenRefused(Codes.NOT_ALLOWED);
        anOrder()
                .paid()
                .did("ship", "lines", Lines.of("1", 1))
                .did("deliver")
                .when("delivery-failed", "shipment", "s1")
                .thenRefused(Codes.SHIPMENT_DELIVERED);
    }

    @Test
    void it_is_refused_for_a_parcel_that_has_not_left() {
        anOrder()
                .paid()
                .did("ship", "prepared", true)
                .when("delivery-failed", "shipment", "s1")
                .thenRefused(Codes.SHIPMENT_STATE);
    }
}
