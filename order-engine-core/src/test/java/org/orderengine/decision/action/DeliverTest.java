package org.orderengine.decision.action;

import static org.orderengine.decision.Given.anOrder;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;

/** {@code deliver} and {@code delivery-failed} say what became of a parcel that left; {@code cancel-shipment} keeps one back. */
class DeliverTest {

    @Test
    void a_parcel_arrives() {
        anOrder().shipped().when("deliver").thenOwes().thenIn("delivered");
    }

    @Test
    void a_parcel_that_came_back_is_held_again() {
        anOrder()
                .shipped()
                .when("delivery-failed")
                .thenOwes("inventory.take-back 2 of 1, 3 of 2 for s1")
                .thenIn("producing");
    }

    @Test
    void a_parcel_that_is_lost_is_asked_for_once_more() {
        anOrder()
                .shipped()
                .when("delivery-failed", "lost", true)
                .thenOwes("inventory.reserve-backorder 2 of 1, 3 of 2 for s1");
    }

    @Test
    void a_parcel_that_was_packed_is_opened_and_the_carrier_told() {
        anOrder().paid().did("ship", "prepared", true).when("cancel-shipment").thenOwes("logistics.cancel for s1");
    }

    @Test
    void it_is_refused_twice() {
        anOrder()
                .paid()
                .did("ship", "lines", List.of(Payload.of(Map.of("line", "1", "quantity", 1L))))
                .did("deliver")
                .when("deliver", "shipment", "s1")
                .thenRefused(Codes.SHIPMENT_DELIVERED);
    }

    @Test
    void it_is_refused_for_a_parcel_that_has_not_left() {
        anOrder()
                .paid()
                .did("ship", "prepared", true)
                .when("deliver", "shipment", "s1")
                .thenRefused(Codes.SHIPMENT_STATE);
    }

    @Test
    void it_is_refused_for_a_parcel_that_is_not_there() {
        anOrder().shipped().when("deliver", "shipment", "s9").thenRefused(Codes.UNKNOWN_SHIPMENT);
    }
}
