package org.orderengine.decision.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;
import static org.orderengine.decision.Given.eur;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;
import org.orderengine.decision.Then;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.EffectId;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.OwedEffect;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.process.StandardProcesses;

/** What services answer is booked, and moves the order that waits for it. */
class AnswerTest {

    @Test
    void a_busy_state_is_left_when_all_is_done() {
        Given paying = anOrder().placed().asked("pay");
        paying.whenAnswered("payment.authorize", EffectResult.done("tx-1"))
                .thenEvents(new Event.PaymentAuthorized("p1", eur("23.00"), "tx-1"))
                .thenIn("paying");
        paying.answered("payment.authorize", EffectResult.done("tx-1"))
                .whenAnswered("payment.capture", EffectResult.done())
                .thenEvents(new Event.PaymentCaptured("p1", eur("23.00")))
                .thenIn("paid");
    }

    @Test
    void a_no_leads_back_and_drops_what_builds_on_it() {
        Then then = anOrder()
                .placed()
                .asked("pay")
                .whenAnswered("payment.authorize", EffectResult.declined("no-money", "not enough"));
        then.thenIn("created");
        assertThat(then.order().flow().effects()).isEmpty();
    }

    @Test
    void a_no_to_stock_rejects_the_order() {
        anOrder()
                .whenAnswered("inventory.reserve", EffectResult.declined("out-of-stock", "none"))
                .thenIn("rejected");
    }

    @Test
    void a_failure_is_tried_again_later() {
        Then then = anOrder().placed().asked("pay").whenAnswered("payment.authorize", EffectResult.failed("down"));
        then.thenNothingHappens().thenIn("paying");
        OwedEffect owed = then.order().flow().effects().get(0);
        assertThat(owed.status()).isEqualTo(OwedEffect.Status.OWED);
        assertThat(owed.attempts()).isEqualTo(1);
    }

    @Test
    void a_failure_that_cannot_come_right_leaves_the_busy_state() {
        anOrder()
                .placed()
                .asked("pay")
                .whenAnswered("payment.authorize", new EffectResult.Failed("no such merchant", false))
                .thenIn("created");
    }

    @Test
    void a_lost_answer_is_asked_for_and_not_tried_again() {
        Then then =
                anOrder().placed().asked("pay").whenAnswered("payment.authorize", EffectResult.unknown("timed out"));
        assertThat(then.order().flow().effects().get(0).status()).isEqualTo(OwedEffect.Status.UNKNOWN);
        then.thenIn("paying");
    }

    @Test
    void an_answer_that_stays_lost_is_for_a_person() {
        Given asked = anOrder().placed().asked("pay");
        for (int times = 0; times < 20 && !isParked(asked); times++) {
            asked = asked.answered("payment.authorize", EffectResult.unknown("timed out"));
        }
        OwedEffect parked = asked.order().flow().effects().get(0);
        assertThat(parked.status()).isEqualTo(OwedEffect.Status.PARKED);
        assertThat(parked.problem()).extracting("code").isEqualTo(Codes.OUTCOME_UNKNOWN);
    }

    @Test
    void what_the_order_gives_back_it_owes_until_it_is_done() {
        Then then = anOrder()
                .paid()
                .asked("cancel")
                .whenAnswered("payment.refund", EffectResult.declined("closed", "the account is closed"));
        then.thenIn("cancelling");
        assertThat(then.order().flow().effects()).extracting(OwedEffect::name).contains("payment.refund");
    }

    @Test
    void an_order_does_without_units_that_are_not_there_where_the_policy_says_so() {
        EffectResult some = new EffectResult.Done(null, List.of(), List.of(new LineQuantity("2", 1)));
        Then then = anOrder(StandardProcesses.physicalGoods(), ReservePolicy.PARTIAL)
                .whenAnswered("inventory.reserve-partial", some);
        then.thenIn("created");
        assertThat(then.order().totals().total()).isEqualTo(eur("22.00"));
    }

    @Test
    void an_answer_to_what_is_not_owed_changes_nothing() {
        anOrder().placed().whenAnswered(new EffectId(1, 1), EffectResult.done()).thenUnchanged();
        anOrder().placed().whenAnswered(new EffectId(9, 9), EffectResult.done()).thenUnchanged();
    }

    private static boolean isParked(Given given) {
        return given.order().flow().effects().get(0).status() == OwedEffect.Status.PARKED;
    }
}
