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
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway.Operation;
import org.orderengine.verification.engine.Invariants;
import org.orderengine.verification.engine.TestShop;

/** Promises of money that expire, that nothing needs any more, or that cover what is bought. */
class PromisePainsTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop();

    // woocommerce-gateway-stripe#1378
    @Test
    void a_promise_that_the_provider_neither_takes_nor_lets_go_of_does_not_keep_the_buyer_from_paying_otherwise() {
        promiseThatIsGone();

        assertThat(pay("paypal").isAccepted()).isTrue();

        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("100.00"));
        assertThat(parked()).hasSize(1);
    }

    // woocommerce-gateway-stripe#1378
    @Test
    void a_person_who_says_that_a_promise_cannot_be_let_go_of_has_it_booked_as_gone() {
        promiseThatIsGone();

        Outcome resolved = shop.execute(new ResolveEffect(
                ID,
                parked().get(0).id().toString(),
                Resolution.declined("expired", "it has expired"),
                "kim",
                "the provider's page",
                null));

        assertThat(resolved.isAccepted()).isTrue();
        assertThat(shop.order(ID).flow().effects()).isEmpty();
        assertThat(shop.order(ID).totals().authorized()).isEqualTo(eur("0.00"));
        assertThat(pay("paypal").isAccepted()).isTrue();
        assertThat(shop.state(ID)).isEqualTo("paid");
    }

    // Adyen-magento2#1594
    @Test
    void a_provider_that_tells_of_an_expired_promise_frees_what_it_covered_once() {
        place(1);
        shop.act(ID, "authorize");
        Outcome.Rejected covered = (Outcome.Rejected) pay("paypal");
        assertThat(covered.code()).isEqualTo("nothing-outstanding");
        assertThat(covered.message())
                .contains("EUR 100.00 is outstanding")
                .contains("payment p1 promises EUR 100.00")
                .contains("capture takes")
                .contains("expire-authorization frees");

        assertThat(shop.act(ID, "expire-authorization").isAccepted()).isTrue();
        Outcome again = shop.execute(
                Action.on(ID, "expire-authorization").set("payment", "p1").build());

        assertThat(again.isAccepted()).isTrue();
        assertThat(shop.order(ID).totals().authorized()).isEqualTo(eur("0.00"));
        assertThat(Objects.requireNonNull(shop.order(ID).books().payment("p1")).state())
                .isEqualTo("voided");
        assertThat(pay("paypal").isAccepted()).isTrue();
        assertThat(shop.state(ID)).isEqualTo("paid");
    }

    @Test
    void a_promise_expires_only_once_it_is_known_that_it_was_not_taken() {
        place(1);
        shop.act(ID, "authorize");
        shop.gateway.answer(Operation.CAPTURE, Answer.UNKNOWN_DONE);
        shop.act(ID, "capture");

        Outcome.Rejected refused = (Outcome.Rejected) shop.act(ID, "expire-authorization");

        assertThat(refused.code()).isEqualTo("payment-pending");
        assertThat(refused.message()).contains("payment p1").contains("payment.capture");
        shop.advance(Duration.ofMinutes(5));
        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("100.00"));
    }

    @Test
    void an_expired_promise_of_an_ended_order_takes_the_void_that_waits_for_a_person_with_it() {
        place(1);
        shop.act(ID, "authorize");
        shop.gateway.answer(Operation.VOID, Answer.DECLINED);
        shop.act(ID, "cancel");
        assertThat(parked()).hasSize(1);

        assertThat(shop.act(ID, "expire-authorization").isAccepted()).isTrue();

        assertThat(parked()).isEmpty();
        assertThat(shop.state(ID)).isEqualTo("cancelled");
    }

    // hyperswitch#2036
    @Test
    void what_is_promised_beyond_what_the_order_costs_is_let_go_at_once() {
        place(2);
        shop.act(ID, "authorize");
        cancelOne();
        assertThat(shop.order(ID).totals().authorized()).isEqualTo(eur("200.00"));

        shop.execute(Action.on(ID, "capture").amount(eur("100.00")).build());

        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(shop.order(ID).totals().authorized()).isEqualTo(eur("100.00"));
        Invariants.isSettled(shop, ID);
    }

    // openfoodnetwork#9290
    @Test
    void a_capture_without_an_amount_takes_what_is_owed_of_what_is_promised() {
        place(2);
        shop.act(ID, "authorize");
        cancelOne();

        shop.act(ID, "capture");

        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("100.00"));
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("0.00"));
        assertThat(shop.order(ID).totals().authorized()).isEqualTo(eur("100.00"));
    }

    @Test
    void an_order_whose_total_is_promised_is_not_cancelled_as_unpaid_until_the_promise_is_gone() {
        place(1);
        shop.act(ID, "authorize");
        shop.advance(Duration.ofHours(3));
        assertThat(shop.state(ID)).isEqualTo("created");

        shop.act(ID, "expire-authorization");
        shop.advance(Duration.ofMinutes(31));

        assertThat(shop.state(ID)).isEqualTo("cancelled");
    }

    @Test
    void a_shop_that_still_waits_for_money_says_how_much_of_it_is_promised() {
        place(1);
        shop.act(ID, "pay");
        shop.execute(Action.on(ID, "chargeback")
                .set("payment", "p1")
                .set("amount", "30.00")
                .set("reference", "d-1")
                .build());

        Outcome.Rejected refused = (Outcome.Rejected) shop.act(ID, "ship");

        assertThat(refused.code()).isEqualTo("guard-refused");
        assertThat(refused.message()).contains("EUR 30.00 outstanding");
    }

    @Test
    void money_is_given_back_out_of_goodwill_wherever_some_was_taken() {
        place(1);
        shop.execute(Action.on(ID, "pay").amount(eur("40.00")).build());
        assertThat(shop.state(ID)).isEqualTo("created");
        assertThat(refund("10.00").isAccepted()).isTrue();
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("10.00"));
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("90.00"));
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("60.00"));
        for (String action : List.of("pay", "ship", "deliver", "confirm", "complete")) {
            assertThat(shop.act(ID, action).isAccepted()).as(action).isTrue();
        }
        assertThat(shop.state(ID)).isEqualTo("completed");

        assertThat(refund("5.00").isAccepted()).isTrue();

        assertThat(shop.state(ID)).isEqualTo("completed");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("15.00"));
        assertThat(((Outcome.Rejected) refund("85.01")).code()).isEqualTo("amount-exceeded");
        Invariants.hold(shop, ID);
    }

    private void promiseThatIsGone() {
        place(1);
        shop.act(ID, "authorize");
        shop.gateway.answer(Operation.CAPTURE, Answer.DECLINED);
        shop.gateway.answer(Operation.VOID, Answer.DECLINED);
        shop.act(ID, "capture");
    }

    private void place(int beds) {
        shop.inventory.stock("BED", 5);
        shop.execute(PlaceOrder.of(ID).buyer("ann").line("BED", beds).build());
    }

    private void cancelOne() {
        shop.execute(Action.on(ID, "cancel").line("1", 1).build());
    }

    private Outcome pay(String method) {
        return shop.execute(Action.on(ID, "pay").set("method", method).build());
    }

    private Outcome refund(String amount) {
        return shop.execute(Action.on(ID, "refund").amount(eur(amount)).build());
    }

    private List<OwedEffect> parked() {
        return shop.order(ID).flow().effects().stream()
                .filter(effect -> effect.status() == OwedEffect.Status.PARKED)
                .toList();
    }
}
