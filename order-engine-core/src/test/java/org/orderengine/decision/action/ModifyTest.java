package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;
import static org.orderengine.decision.Given.eur;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;
import org.orderengine.decision.Then;

/** {@code modify} changes lines, at once or in two steps by {@code request-modify} and {@code confirm-modify}. */
class ModifyTest {

    @Test
    void more_units_are_asked_for_and_cost_more() {
        Then then = anOrder().placed().when("modify", "lines", Lines.of("1", 3));
        then.thenOwes("inventory.reserve 1 of 1");
        assertThat(then.order().totals().total()).isEqualTo(eur("33.00"));
    }

    @Test
    void fewer_units_are_released_and_paid_back() {
        anOrder()
                .paid()
                .when("modify", "lines", Lines.of("1", 1))
                .thenOwes("inventory.release 1 of 1", "payment.refund EUR 10.00 for p1");
    }

    @Test
    void a_new_line_is_priced_by_the_catalog() {
        Then then =
                anOrder().placed().when("modify", "lines", List.of(Payload.of(Map.of("sku", "PIN", "quantity", 5L))));
        assertThat(then.order().totals().total()).isEqualTo(eur("23.50"));
    }

    @Test
    void an_address_changes_and_no_price_where_taxes_are_the_same_there() {
        Given placed = anOrder().placed();
        Then then = placed.when("modify", "deliveryAddress", Payload.of(Map.of("city", "Bern")));
        then.thenOwes();
        assertThat(then.order().totals()).isEqualTo(placed.order().totals());
        assertThat(then.order().books().lines())
                .isEqualTo(placed.order().books().lines());
    }

    @Test
    void it_is_refused_for_an_address_with_unknown_parts() {
        anOrder()
                .placed()
                .when("modify", "deliveryAddress", Payload.of(Map.of("town", "Bern")))
                .thenRefused(Codes.BAD_PAYLOAD);
    }

    @Test
    void it_is_refused_for_an_element_that_names_nothing() {
        anOrder()
                .placed()
                .when("modify", "lines", List.of(Payload.of(Map.of("quantity", 5L))))
                .thenRefused(Codes.BAD_PAYLOAD);
    }

    @Test
    void it_is_refused_for_a_line_that_changes_twice() {
        Payload once = Payload.of(Map.of("line", "1", "quantity", 1L));
        anOrder().placed().when("modify", "lines", List.of(once, once)).thenRefused(Codes.BAD_PAYLOAD);
    }

    @Test
    void it_is_refused_once_everything_has_left() {
        anOrder().shipped().when("modify", "lines", Lines.of("1", 1)).thenRefused(Codes.NOT_ALLOWED);
    }
}
