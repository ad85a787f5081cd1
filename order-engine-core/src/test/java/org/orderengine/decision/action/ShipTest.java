package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;

/** {@code ship} lets a parcel leave with what is held, or packs it only. */
class ShipTest {

    @Test
    void everything_leaves_in_one_parcel() {
        anOrder()
                .paid()
                .when("ship", "carrier", "DHL")
                .thenOwes("inventory.consume 2 of 1, 3 of 2 for s1", "logistics.dispatch 2 of 1, 3 of 2 for s1")
                .thenIn("shipped");
    }

    @Test
    void some_units_leave_and_the_order_waits_for_the_rest() {
        Given partly = anOrder().paid().did("ship", "lines", Lines.of("1", 1));
        assertThat(partly.order().position().states()).contains("producing");
        partly.when("ship")
                .thenOwes("inventory.consume 1 of 1, 3 of 2 for s2", "logistics.dispatch 1 of 1, 3 of 2 for s2");
    }

    @Test
    void a_parcel_is_packed_and_leaves_later() {
        Given packed = anOrder().paid().did("ship", "prepared", true);
        assertThat(Objects.requireNonNull(packed.order().books().line("1"))
                        .units()
                        .shipped())
                .isZero();
        packed.when("ship").thenOwes("inventory.consume 2 of 1, 3 of 2 for s1").thenIn("shipped");
    }

    @Test
    void it_is_refused_beyond_what_can_be_shipped() {
        anOrder().paid().when("ship", "lines", Lines.of("2", 4)).thenRefused(Codes.QUANTITY_EXCEEDED);
    }

    @Test
    void it_is_refused_under_the_name_of_another_parcel() {
        anOrder()
                .paid()
                .did("ship", "lines", Lines.of("1", 1))
                .when("ship", "shipment", "s1")
                .thenRefused(Codes.SHIPMENT_EXISTS);
    }

    @Test
    void it_is_refused_from_a_location_where_there_is_one_without_a_name() {
        anOrder().paid().when("ship", "location", "north").thenRefused(Codes.BAD_PAYLOAD);
    }

    @Test
    void it_is_refused_before_it_is_paid() {
        anOrder().placed().when("ship").thenRefused(Codes.NOT_ALLOWED);
    }
}
