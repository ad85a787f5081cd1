package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.eur;
import static org.orderengine.decision.action.TwoSteps.anOrder;

import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;
import org.orderengine.decision.Then;
import org.orderengine.event.Event;

/** {@code decline-modify} drops the change that waits. */
class DeclineModifyTest {

    @Test
    void the_order_stays_as_it_is_and_nothing_waits_any_more() {
        Then then =
                anOrder().did("request-modify", "lines", Lines.of("1", 3)).when("decline-modify", "reason", "too late");
        then.thenNothingHappens().thenOwes();
        assertThat(then.order().totals().total()).isEqualTo(eur("23.00"));
        assertThat(then.order().flow().proposal()).isNull();
    }

    @Test
    void history_says_which_change_it_was_and_why() {
        Then then = anOrder()
                .did("request-modify", "lines", Lines.of("1", 3), "proposal", "more")
                .when("decline-modify", "reason", "too late");
        assertThat(then.accepted().events())
                .containsExactly(
                        new Event.ActionTaken("decline-modify", "more", "too late"), new Event.ProposalEnded("more"));
    }

    @Test
    void it_is_refused_for_another_than_the_one_that_waits() {
        Given waiting = anOrder().did("request-modify", "lines", Lines.of("1", 3), "proposal", "more");
        waiting.when("decline-modify", "proposal", "other").thenRefused(Codes.UNKNOWN_PROPOSAL);
    }

    @Test
    void it_is_refused_where_none_waits() {
        anOrder().when("decline-modify").thenRefused(Codes.UNKNOWN_PROPOSAL);
    }
}
