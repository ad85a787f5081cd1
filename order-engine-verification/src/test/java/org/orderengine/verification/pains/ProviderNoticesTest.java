package org.orderengine.verification.pains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.engine.Outcome;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Totals;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway.Operation;
import org.orderengine.verification.engine.Invariants;
import org.orderengine.verification.engine.TestShop;

/** Money that a provider gives back by itself, and what it takes back of what it had said. */
class ProviderNoticesTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop();

    @Test
    void a_refund_made_at_the_provider_is_goodwill_where_nothing_is_owed_and_no_second_one_goes_out() {
        pay(1);

        assertThat(refunded("30.00", "re_1").isAccepted()).isTrue();
        assertThat(refunded("30.00", "re_1").isAccepted()).isTrue();

        assertTotals("70.00", "100.00", "30.00", "0.00");
        assertThat(Objects.requireNonNull(shop.order(ID).books().payment("p1")).state())
                .isEqualTo("partially-refunded");
        shop.act(ID, "cancel");
        assertTotals("0.00", "100.00", "100.00", "0.00");
        Invariants.isSettled(shop, ID);
    }

    @Test
    void one_reference_names_one_refund() {
        pay(1);
        refunded("30.00", "re_1");

        Outcome.Rejected refused = (Outcome.Rejected) refunded("40.00", "re_1");

        assertThat(refused.code()).isEqualTo("reference-used");
        assertTotals("70.00", "100.00", "30.00", "0.00");
    }

    @Test
    void a_notice_of_the_refund_that_the_engine_made_is_a_repetition() {
        pay(1);
        shop.execute(Action.on(ID, "refund").amount(eur("20.00")).build());
        String reference = Objects.requireNonNull(shop.order(ID).books().payment("p1"))
                .notices()
                .get(0)
                .reference();

        shop.execute(told("refund-received", "20.00", reference));

        assertTotals("80.00", "100.00", "20.00", "0.00");
    }

    @Test
    void a_notice_is_the_answer_to_a_refund_of_that_amount_whose_answer_was_lost() {
        pay(2);
        shop.gateway.answer(Operation.REFUND, Answer.UNKNOWN_DONE);
        shop.execute(Action.on(ID, "cancel").line("1", 1).build());
        assertThat(shop.order(ID).flow().effects()).hasSize(1);

        shop.execute(told("refund-received", "100.00", "re_9"));

        assertThat(shop.order(ID).flow().effects()).isEmpty();
        assertTotals("100.00", "200.00", "100.00", "0.00");
        shop.advance(Duration.ofDays(1));
        assertTotals("100.00", "200.00", "100.00", "0.00");
        assertThat(shop.gateway.refunded(eur("0.00").currency())).isEqualTo(eur("100.00"));
    }

    @Test
    void a_notice_takes_the_place_of_refunds_that_have_not_started() {
        pay(2);
        shop.gateway.answer(Operation.REFUND, Answer.FAILED);
        shop.execute(Action.on(ID, "cancel").line("1", 1).build());
        shop.clock.advance(Duration.ofSeconds(1));

        refunded("60.00", "re_1");

        assertTotals("100.00", "200.00", "100.00", "0.00");
        assertThat(shop.gateway.refunded(eur("0.00").currency())).isEqualTo(eur("100.00"));
        shop.advance(Duration.ofDays(1));
        assertTotals("100.00", "200.00", "100.00", "0.00");
        Invariants.isSettled(shop, ID);
    }

    @Test
    void a_refund_under_way_that_would_give_back_more_than_is_owed_waits_for_a_person() {
        pay(1);
        shop.gateway.answer(Operation.REFUND, Answer.UNKNOWN);
        shop.act(ID, "cancel");

        refunded("30.00", "re_1");

        OwedEffect parked = shop.order(ID).flow().effects().get(0);
        assertThat(parked.status()).isEqualTo(OwedEffect.Status.PARKED);
        assertThat(Objects.requireNonNull(parked.problem()).code()).isEqualTo("refunded-twice");
        shop.execute(new ResolveEffect(
                ID,
                parked.id().toString(),
                Resolution.declined("not-done", "the provider has only re_1"),
                "kim",
                "the provider's page",
                null));
        shop.advance(Duration.ofHours(1));
        assertTotals("0.00", "100.00", "100.00", "0.00");
        assertThat(shop.state(ID)).isEqualTo("cancelled");
    }

    @Test
    void a_capture_that_failed_later_is_owed_again_and_keeps_goods_from_leaving() {
        pay(1);

        assertThat(shop.execute(told("capture-failed", "100.00", "f_1")).isAccepted())
                .isTrue();
        shop.execute(told("capture-failed", "100.00", "f_1"));

        assertTotals("100.00", "0.00", "0.00", "100.00");
        assertThat(shop.order(ID).totals().authorized()).isEqualTo(eur("0.00"));
        assertThat(Objects.requireNonNull(shop.order(ID).books().payment("p1")).state())
                .isEqualTo("voided");
        assertThat(((Outcome.Rejected) shop.act(ID, "ship")).code()).isEqualTo("guard-refused");
        assertThat(shop.act(ID, "pay").isAccepted()).isTrue();
        assertThat(shop.act(ID, "ship").isAccepted()).isTrue();
    }

    @Test
    void a_notification_of_money_whose_capture_failed_later_is_a_repetition() {
        pay(1);
        String reference = Objects.requireNonNull(
                Objects.requireNonNull(shop.order(ID).books().payment("p1")).reference());
        shop.execute(told("capture-failed", "100.00", "cf-1"));
        assertTotals("100.00", "0.00", "0.00", "100.00");

        shop.execute(told("payment-received", "100.00", reference));

        assertTotals("100.00", "0.00", "0.00", "100.00");
    }

    @Test
    void a_refund_that_came_back_goes_out_by_another_way() {
        pay(1);
        shop.execute(Action.on(ID, "refund").amount(eur("20.00")).build());

        shop.execute(told("refund-failed", "20.00", "f_1"));

        assertTotals("80.00", "100.00", "20.00", "0.00");
        assertThat(shop.gateway
                        .movements()
                        .get(shop.gateway.movements().size() - 1)
                        .method())
                .isEqualTo("store-credit");
    }

    @Test
    void a_dispute_that_was_won_makes_the_money_the_shops_again() {
        pay(1);
        shop.execute(told("chargeback", "100.00", "d_1"));
        assertTotals("100.00", "100.00", "0.00", "100.00");

        shop.execute(told("chargeback-reversed", "100.00", "d_1"));
        shop.execute(told("chargeback-reversed", "100.00", "d_1"));

        assertTotals("100.00", "100.00", "0.00", "0.00");
        assertThat(Objects.requireNonNull(shop.order(ID).books().payment("p1")).state())
                .isEqualTo("captured");
        assertThat(shop.act(ID, "ship").isAccepted()).isTrue();
    }

    @Test
    void what_a_provider_takes_back_is_booked_after_the_end_too_and_never_beyond_what_there_is() {
        pay(1);
        for (String action : List.of("ship", "deliver", "confirm", "complete")) {
            shop.act(ID, action);
        }

        assertThat(((Outcome.Rejected) shop.execute(told("refund-failed", "1.00", "f_1"))).code())
                .isEqualTo("amount-exceeded");
        assertThat(refunded("10.00", "re_1").isAccepted()).isTrue();

        assertThat(shop.state(ID)).isEqualTo("completed");
        assertTotals("90.00", "100.00", "10.00", "0.00");
    }

    private void pay(int beds) {
        shop.inventory.stock("BED", 5);
        shop.execute(PlaceOrder.of(ID).buyer("ann").line("BED", beds).build());
        shop.act(ID, "pay");
    }

    /** The provider gives money back by itself, and tells. */
    private Outcome refunded(String amount, String reference) {
        shop.gateway.giveBack(ID, "p1", "card", eur(amount), reference);
        return shop.execute(told("refund-received", amount, reference));
    }

    private static Action told(String action, String amount, String reference) {
        return Action.on(ID, action)
                .set("payment", "p1")
                .set("amount", amount)
                .set("reference", reference)
                .build();
    }

    private void assertTotals(String total, String captured, String refunded, String outstanding) {
        Totals totals = shop.order(ID).totals();
        assertThat(List.of(totals.total(), totals.captured(), totals.refunded(), totals.outstanding()))
                .containsExactly(eur(total), eur(captured), eur(refunded), eur(outstanding));
    }
}
