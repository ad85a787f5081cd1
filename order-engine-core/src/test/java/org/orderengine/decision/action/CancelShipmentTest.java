package org.orderengine.decision.action;

import static org.orderengine.decision.Given.anOrder;

import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;

/** {@code cancel-shipment} opens a parcel that was packed: its units can be shipped otherwise. */
class CancelShipmentTest {

    @Test
    void its_units_leave_in_another_parcel() {
        packed().did("cancel-shipment")
                .when("ship")
                .thenOwes("inventory.consume 2 of 1, 3 of 2 for s2", "logistics.dispatch 2 of 1, 3 of 2 for s2");
    }

    @Test
    void units_that_are_packed_leave_in_no_other_parcel_before() {
        packed().when("ship", "lines", Lines.of("1", 1)).thenRefused(Codes.QUANTITY_EXCEEDED);
    }

    @Test
    void it_is_refused_for_a_parcel_that_has_left() {
        packed().did("ship").when("cancel-shipment").thenRefused(Codes.NOT_ALLOWED);
        anOrder()
                .paid()
                .did("ship", "lines", Lines.of("1", 1))
                .when("cancel-shipment", "shipment", "s1")
                .thenRefused(Codes.SHIPMENT_STATE);
    }

    @Test
    void it_is_refused_for_a_parcel_that_is_not_there() {
        packed().when("cancel-shipment", "shipment", "s9").thenRefused(Codes.UNKNOWN_SHIPMENT);
    }

    @Test
    void it_is_refused_twice() {
        packed().did("cancel-shipment")
                .when("cancel-shipment", "shipment", "s1")
                .thenRefused(Codes.SHIPMENT_STATE);
    }

    private static Given packed() {
        return anOrder().paid().did("ship", "prepared", true);
    }
}
