package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;
import static org.orderengine.decision.Given.eur;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.event.Event;
import org.orderengine.model.LineQuantity;

/** {@code cancel} takes units off that have not shipped, and gives back what they cost. */
class CancelTest {

    @Test
    void it_takes_everything_off_where_no_lines_are_named() {
        anOrder().placed().when("cancel").thenIn("cancelling").thenOwes("inventory.release 2 of 1, 3 of 2");
    }

    @Test
    void it_gives_back_what_was_paid() {
        assertThat(anOrder().paid().did("cancel").order().totals().captured()).isEqualTo(eur("23.00"));
        assertThat(anOrder().paid().did("cancel").order().totals().refunded()).isEqualTo(eur("23.00"));
    }

    @Test
    void it_takes_some_units_off_and_the_order_goes_on() {
        anOrder()
                .paid()
                .when("cancel", "lines", Lines.of("1", 1))
                .thenEvents(new Event.UnitsCancelled(List.of(new LineQuantity("1", 1))))
                .thenOwes("inventory.release 1 of 1", "payment.refund EUR 10.00 for p1")
                .thenIn("paid");
    }

    @Test
    void it_is_refused_beyond_what_has_not_shipped() {
        anOrder().paid().when("cancel", "lines", Lines.of("1", 3)).thenRefused(Codes.QUANTITY_EXCEEDED);
    }

    @Test
    void it_is_refused_for_a_line_that_is_not_there() {
        anOrder().paid().when("cancel", "lines", Lines.of("9", 1)).thenRefused(Codes.UNKNOWN_LINE);
    }

    @Test
    void it_is_refused_for_no_units() {
        anOrder().paid().when("cancel", "lines", List.of()).thenRefused(Codes.BAD_PAYLOAD);
        anOrder().paid().when("cancel", "lines", Lines.of("1", 0)).thenRefused(Codes.BAD_PAYLOAD);
    }

    @Test
    void it_is_refused_once_everything_has_shipped() {
        anOrder().shipped().when("cancel").thenRefused(Codes.NOT_ALLOWED);
    }
}
