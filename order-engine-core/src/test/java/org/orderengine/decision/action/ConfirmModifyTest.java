package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.eur;
import static org.orderengine.decision.action.TwoSteps.anOrder;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;
import org.orderengine.decision.Then;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.Address;
import org.orderengine.policy.ModifyPrices;

/** {@code confirm-modify} makes the change that waits, by the prices that the shop's policy says. */
class ConfirmModifyTest {

    @Test
    void the_change_is_made_and_does_not_wait_any_more() {
        Then then = anOrder().did("request-modify", "lines", Lines.of("1", 3)).when("confirm-modify");
        then.thenOwes("inventory.reserve 1 of 1");
        assertThat(then.order().totals().total()).isEqualTo(eur("33.00"));
        assertThat(then.order().flow().proposal()).isNull();
    }

    @Test
    void fewer_units_are_released_and_paid_back() {
        anOrder()
                .did("pay")
                .did("request-modify", "lines", Lines.of("1", 1))
                .when("confirm-modify")
                .thenOwes("inventory.release 1 of 1", "payment.refund EUR 10.00 for p1");
    }

    @Test
    void what_was_shown_is_what_it_costs() {
        Then then = anOrder(ModifyPrices.AS_REQUESTED)
                .did("request-modify", "lines", Lines.added("PIN", 10))
                .priced("PIN", "0.50")
                .when("confirm-modify");
        assertThat(then.order().totals().total()).isEqualTo(eur("24.00"));
    }

    @Test
    void it_costs_what_it_costs_by_now_where_the_policy_says_so() {
        Then then = anOrder(ModifyPrices.AS_CONFIRMED)
                .did("request-modify", "lines", Lines.added("PIN", 10))
                .priced("PIN", "0.50")
                .when("confirm-modify");
        assertThat(then.order().totals().total()).isEqualTo(eur("28.00"));
    }

    @Test
    void an_address_is_entered_and_no_price_changes_where_taxes_are_the_same_there() {
        Given asked = anOrder().did("request-modify", "deliveryAddress", Payload.of(Map.of("city", "Bern")));
        Then then = asked.when("confirm-modify");
        then.thenOwes();
        assertThat(then.accepted().events()).anyMatch(event -> event instanceof Event.AddressesChanged);
        assertThat(then.order().totals()).isEqualTo(asked.order().totals());
        assertThat(then.order().books().lines()).isEqualTo(asked.order().books().lines());
        assertThat(then.order().customer().deliveryAddress())
                .extracting(Address::city)
                .isEqualTo("Bern");
    }

    @Test
    void units_that_are_not_there_leave_the_order_as_it_was() {
        Given confirmed = anOrder()
                .did("request-modify", "lines", Lines.of("1", 3))
                .asked("confirm-modify")
                .answered("inventory.reserve", EffectResult.declined("out-of-stock", "none"));
        assertThat(confirmed.order().totals().total()).isEqualTo(eur("23.00"));
        assertThat(confirmed.order().flow().effects()).isEmpty();
    }

    @Test
    void the_one_that_is_named_has_to_be_the_one_that_waits() {
        Given waiting = anOrder().did("request-modify", "lines", Lines.of("1", 3), "proposal", "more");
        waiting.when("confirm-modify", "proposal", "more").thenOwes("inventory.reserve 1 of 1");
        waiting.when("confirm-modify", "proposal", "other").thenRefused(Codes.UNKNOWN_PROPOSAL);
    }

    @Test
    void it_is_refused_where_none_waits() {
        anOrder().when("confirm-modify").thenRefused(Codes.UNKNOWN_PROPOSAL);
        anOrder()
                .did("request-modify", "lines", Lines.of("1", 3))
                .did("confirm-modify")
                .when("confirm-modify")
                .thenRefused(Codes.UNKNOWN_PROPOSAL);
    }

    @Test
    void it_is_refused_for_a_change_whose_order_changed_meanwhile() {
        anOrder()
                .did("request-modify", "lines", Lines.of("1", 3))
                .did("modify", "lines", List.of(Payload.of(Map.of("line", "2", "quantity", 4L))))
                .when("confirm-modify")
                .thenRefused(Codes.UNKNOWN_PROPOSAL);
    }
}
