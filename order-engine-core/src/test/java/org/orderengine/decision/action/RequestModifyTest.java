package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.eur;
import static org.orderengine.decision.action.TwoSteps.anOrder;
import static org.orderengine.decision.action.TwoSteps.proposal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;
import org.orderengine.decision.Then;
import org.orderengine.pricing.PricingCodes;

/** {@code request-modify} prices a change and keeps it on the order, which stays as it is. */
class RequestModifyTest {

    @Test
    void the_change_is_priced_and_nothing_else_happens() {
        Then then = anOrder().when("request-modify", "lines", Lines.of("1", 3), "reason", "one more");
        then.thenNothingHappens().thenOwes();
        assertThat(proposal(then).difference()).isEqualTo(eur("10.00"));
        assertThat(proposal(then).reason()).isEqualTo("one more");
        assertThat(then.order().totals().total()).isEqualTo(eur("23.00"));
    }

    @Test
    void a_change_that_costs_less_says_so() {
        assertThat(proposal(anOrder().when("request-modify", "lines", Lines.of("1", 1)))
                        .difference())
                .isEqualTo(eur("-10.00"));
    }

    @Test
    void a_change_of_addresses_costs_nothing() {
        assertThat(proposal(anOrder().when("request-modify", "deliveryAddress", Payload.of(Map.of("city", "Bern"))))
                        .difference())
                .isEqualTo(eur("0.00"));
    }

    @Test
    void it_is_called_by_its_revision_unless_it_is_named() {
        Given order = anOrder();
        assertThat(proposal(order.when("request-modify", "lines", Lines.of("1", 3)))
                        .id())
                .isEqualTo("m" + (order.order().revision() + 1));
        assertThat(proposal(order.when("request-modify", "lines", Lines.of("1", 3), "proposal", "more-lamps"))
                        .id())
                .isEqualTo("more-lamps");
    }

    @Test
    void another_request_takes_the_place_of_the_one_that_waits() {
        Then then = anOrder()
                .did("request-modify", "lines", Lines.of("1", 3), "proposal", "first")
                .when("request-modify", "lines", Lines.of("1", 4), "proposal", "second");
        assertThat(proposal(then).id()).isEqualTo("second");
        assertThat(proposal(then).difference()).isEqualTo(eur("20.00"));
    }

    @Test
    void what_waits_ends_when_the_order_is_not_any_more_what_it_was_priced_for() {
        Then then =
                anOrder().did("request-modify", "lines", Lines.of("1", 3)).when("cancel", "lines", Lines.of("2", 1));
        assertThat(then.order().flow().proposal()).isNull();
    }

    @Test
    void what_waits_stays_when_the_order_is_paid() {
        Then then = anOrder().did("request-modify", "lines", Lines.of("1", 3)).when("pay");
        assertThat(then.order().flow().proposal()).isNotNull();
    }

    @Test
    void it_is_refused_as_the_change_itself_would_be() {
        anOrder()
                .when("request-modify", "lines", List.of(Payload.of(Map.of("quantity", 5L))))
                .thenRefused(Codes.BAD_PAYLOAD);
        anOrder()
                .when("request-modify", "deliveryAddress", Payload.of(Map.of("town", "Bern")))
                .thenRefused(Codes.BAD_PAYLOAD);
        anOrder().when("request-modify", "lines", Lines.of("9", 1)).thenRefused(Codes.UNKNOWN_LINE);
        anOrder().when("request-modify", "lines", Lines.added("PIN", 0)).thenRefused(PricingCodes.INVALID_QUANTITY);
    }

    @Test
    void it_is_refused_where_the_process_does_not_name_it() {
        Given.anOrder()
                .placed()
                .when("request-modify", "lines", Lines.of("1", 3))
                .thenRefused(Codes.NOT_ALLOWED);
    }

    @Test
    void it_is_refused_after_the_end() {
        anOrder()
                .did("cancel")
                .when("request-modify", "lines", Lines.of("1", 3))
                .thenRefused(Codes.ORDER_ENDED);
    }
}
