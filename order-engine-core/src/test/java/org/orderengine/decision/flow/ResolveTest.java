package org.orderengine.decision.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;

import org.junit.jupiter.api.Test;
import org.orderengine.command.Resolution;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;
import org.orderengine.decision.Then;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.OwedEffect;

/** A person says what became of work that no service could say it of. */
class ResolveTest {

    @Test
    void what_was_done_is_booked_and_the_order_goes_on() {
        parked().whenResolved("payment.authorize", Resolution.done("tx-1")).thenIn("paying");
        assertThat(parked().whenResolved("payment.authorize", Resolution.done("tx-1"))
                        .order()
                        .flow()
                        .effects())
                .extracting(OwedEffect::name)
                .containsExactly("payment.capture");
    }

    @Test
    void what_was_not_done_leads_back() {
        parked().whenResolved("payment.authorize", Resolution.declined("not-paid", "no such charge"))
                .thenIn("created");
    }

    @Test
    void what_was_done_and_is_not_wanted_is_undone_before_the_order_goes_back() {
        parked().whenResolved("payment.authorize", Resolution.reverse("tx-1"))
                .thenOwes("payment.void EUR 23.00 for p1")
                .thenIn("paying");
    }

    @Test
    void a_lost_answer_is_asked_for_before_anything_is_tried_again() {
        Then then = parked().whenResolved("payment.authorize", Resolution.retry());
        assertThat(then.order().flow().effects().get(0).status()).isEqualTo(OwedEffect.Status.UNKNOWN);
    }

    @Test
    void it_is_refused_while_the_service_is_still_asked() {
        anOrder()
                .placed()
                .asked("pay")
                .whenResolved("payment.authorize", Resolution.retry())
                .thenRefused(Codes.NOT_PARKED);
    }

    private static Given parked() {
        Given asked = anOrder().placed().asked("pay");
        while (asked.order().flow().effects().get(0).status() != OwedEffect.Status.PARKED) {
            asked = asked.answered("payment.authorize", EffectResult.unknown("timed out"));
        }
        return asked;
    }
}
