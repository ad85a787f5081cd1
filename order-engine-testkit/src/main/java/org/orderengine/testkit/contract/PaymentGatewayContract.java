package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.RefundPayment;
import org.orderengine.effect.Effect.VoidPayment;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.effect.EffectResult.Done;
import org.orderengine.effect.EffectResult.Failed;
import org.orderengine.effect.EffectResult.Unknown;
import org.orderengine.model.Money;
import org.orderengine.spi.payment.PaymentGateway;

/**
 * What the engine relies on in a {@link PaymentGateway}: rules G1 to G11 of {@code docs/contract.md}. Extend it, name a payment
 * method of the provider's trial account that is approved and one that is declined, and say how to look into the
 * provider's log. Every test uses orders of its own.
 */
public abstract class PaymentGatewayContract {

    /** For classes that extend this one. */
    protected PaymentGatewayContract() {}

    /** The gateway to be held to the contract. */
    protected abstract PaymentGateway gateway();

    /** A payment method that the provider approves. */
    protected abstract String approvedMethod();

    /** A payment method that the provider declines. */
    protected abstract String declinedMethod();

    /** An amount of that many minor units in a currency that both methods take; used with 100 to 1000. */
    protected abstract Money amount(long minorUnits);

    /** What the provider holds for the order: authorized, and neither captured nor voided; in the currency that it holds it in. */
    protected abstract Money held(String orderId);

    /** What the provider took for the order, refunds not taken off. */
    protected abstract Money captured(String orderId);

    /** What the provider gave back of the order. */
    protected abstract Money refunded(String orderId);

    /**
     * Has the provider lose the answer to the next call: it does what it is asked, and its answer does not arrive. A provider behind HTTP loses
     * one where the connection of the adapter's client is cut, or its time runs out, after the request was handed on.
     */
    protected abstract void loseNextAnswer();

    /** Whether less than what was authorized can be captured; where not, such a capture is not done. */
    protected boolean capturesInPart() {
        return true;
    }

    /**
     * A request that the provider promises a part of only, as of a gift card with less on it; empty where it promises all or nothing.
     */
    protected Optional<AuthorizePayment> promisedInPart() {
        return Optional.empty();
    }

    @Test
    void g1_a_second_authorization_with_the_same_key_is_the_same_hold() {
        String order = Calls.newOrder();
        AuthorizePayment request = new AuthorizePayment("p1", approvedMethod(), amount(1000), null);
        CallContext call = Calls.newCall(order);
        EffectResult first = gateway().authorize(request, call);
        assertThat(gateway().authorize(request, Calls.again(call))).isEqualTo(first);
        assertThat(held(order)).as("held after two calls with one key").isEqualTo(amount(1000));
    }

    @Test
    void g1_a_second_call_with_the_same_key_moves_no_money() {
        String order = Calls.newOrder();
        String reference = authorized(order, 1000);
        CapturePayment capture = new CapturePayment("p1", approvedMethod(), amount(1000), reference);
        CallContext capturing = Calls.newCall(order);
        assertThat(gateway().capture(capture, capturing)).isInstanceOf(Done.class);
        assertThat(gateway().capture(capture, Calls.again(capturing))).isInstanceOf(Done.class);
        assertThat(captured(order)).isEqualTo(amount(1000));

        RefundPayment refund = new RefundPayment("p1", approvedMethod(), amount(400), reference);
        CallContext refunding = Calls.newCall(order);
        assertThat(gateway().refund(refund, refunding)).isInstanceOf(Done.class);
        assertThat(gateway().refund(refund, Calls.again(refunding))).isInstanceOf(Done.class);
        assertThat(refunded(order)).isEqualTo(amount(400));
    }

    @Test
    void g1_calls_at_once_with_one_key_move_money_once() throws InterruptedException {
        String order = Calls.newOrder();
        String reference = authorized(order, 700);
        CapturePayment capture = new CapturePayment("p1", approvedMethod(), amount(700), reference);
        CallContext call = Calls.newCall(order);
        List<EffectResult> answers = Calls.together(4, () -> gateway().capture(capture, call));
        assertThat(Calls.done(answers)).isPositive();
        assertThat(captured(order)).isEqualTo(amount(700));
    }

    @Test
    void g2_an_authorization_takes_nothing_yet() {
        String order = Calls.newOrder();
        authorized(order, 500);
        assertThat(captured(order)).isEqualTo(amount(0));
        assertThat(held(order)).isEqualTo(amount(500));
    }

    @Test
    void g3_what_the_provider_declines_is_declined_with_its_reason() {
        String order = Calls.newOrder();
        EffectResult answer = gateway()
                .authorize(new AuthorizePayment("p1", declinedMethod(), amount(500), null), Calls.newCall(order));
        assertThat(answer).isInstanceOfSatisfying(Declined.class, declined -> {
            assertThat(declined.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(declined.message()).isNotBlank();
        });
    }

    @Test
    void g4_an_authorization_that_was_let_go_cannot_be_captured() {
        String order = Calls.newOrder();
        String reference = authorized(order, 600);
        assertThat(gateway()
                        .voidAuthorization(
                                new VoidPayment("p1", approvedMethod(), amount(600), reference), Calls.newCall(order)))
                .isInstanceOf(Done.class);
        assertThat(gateway()
                        .capture(
                                new CapturePayment("p1", approvedMethod(), amount(600), reference),
                                Calls.newCall(order)))
                .isNotInstanceOf(Done.class);
        assertThat(captured(order)).isEqualTo(amount(0));
    }

    @Test
    void g5_no_more_is_given_back_than_was_taken() {
        String order = Calls.newOrder();
        String reference = authorized(order, 300);
        gateway().capture(new CapturePayment("p1", approvedMethod(), amount(300), reference), Calls.newCall(order));
        gateway().refund(new RefundPayment("p1", approvedMethod(), amount(200), reference), Calls.newCall(order));
        assertThat(gateway()
                        .refund(
                                new RefundPayment("p1", approvedMethod(), amount(200), reference),
                                Calls.newCall(order)))
                .isNotInstanceOf(Done.class);
        assertThat(refunded(order)).isEqualTo(amount(200));
    }

    @Test
    void g6_a_query_tells_what_became_of_a_call() {
        String order = Calls.newOrder();
        AuthorizePayment request = new AuthorizePayment("p1", approvedMethod(), amount(800), null);
        CallContext call = Calls.newCall(order);
        EffectResult answer = gateway().authorize(request, call);
        assertThat(gateway().query(request, Calls.again(call))).isEqualTo(answer);
        assertThat(gateway().query(request, Calls.newCall(order))).isInstanceOf(Failed.class);
        assertThat(held(order)).as("held after queries").isEqualTo(amount(800));
    }

    @Test
    void g7_a_reference_names_one_charge() {
        String order = Calls.newOrder();
        String first = authorized(order, 300);
        String second = authorized(order, 300);
        assertThat(second).as("the reference of another charge of the order").isNotEqualTo(first);
    }

    @Test
    void g8_a_capture_takes_what_it_is_asked_to_take_and_no_more() {
        String order = Calls.newOrder();
        String reference = authorized(order, 1000);
        EffectResult part = gateway()
                .capture(new CapturePayment("p1", approvedMethod(), amount(400), reference), Calls.newCall(order));
        if (capturesInPart()) {
            assertThat(part).isInstanceOf(Done.class);
        } else {
            assertThat(part).as("a capture of less than was authorized").isNotInstanceOf(Done.class);
        }
        assertThat(captured(order)).isEqualTo(amount(capturesInPart() ? 400 : 0));
    }

    @Test
    void g9_an_amount_is_moved_in_its_currency() {
        String order = Calls.newOrder();
        String reference = authorized(order, 700);
        assertThat(held(order)).isEqualTo(amount(700));
        gateway().capture(new CapturePayment("p1", approvedMethod(), amount(700), reference), Calls.newCall(order));
        assertThat(captured(order)).isEqualTo(amount(700));
        gateway().refund(new RefundPayment("p1", approvedMethod(), amount(700), reference), Calls.newCall(order));
        assertThat(refunded(order)).isEqualTo(amount(700));
    }

    @Test
    void g10_an_authorization_whose_answer_is_lost_is_unknown_and_found_by_a_query() {
        String order = Calls.newOrder();
        AuthorizePayment request = new AuthorizePayment("p1", approvedMethod(), amount(900), null);
        CallContext call = Calls.newCall(order);
        loseNextAnswer();
        assertThat(Calls.answer(() -> gateway().authorize(request, call)))
                .as("an answer that was lost")
                .isInstanceOf(Unknown.class);
        assertThat(gateway().query(request, Calls.again(call))).isInstanceOf(Done.class);
        assertThat(held(order)).isEqualTo(amount(900));
    }

    @Test
    void g10_a_capture_and_a_refund_whose_answers_are_lost_are_unknown_and_found_by_a_query() {
        String order = Calls.newOrder();
        String reference = authorized(order, 600);
        CapturePayment capture = new CapturePayment("p1", approvedMethod(), amount(600), reference);
        CallContext capturing = Calls.newCall(order);
        loseNextAnswer();
        assertThat(Calls.answer(() -> gateway().capture(capture, capturing)))
                .as("an answer that was lost")
                .isInstanceOf(Unknown.class);
        assertThat(gateway().query(capture, Calls.again(capturing))).isInstanceOf(Done.class);
        assertThat(captured(order)).isEqualTo(amount(600));

        RefundPayment refund = new RefundPayment("p1", approvedMethod(), amount(200), reference);
        CallContext refunding = Calls.newCall(order);
        loseNextAnswer();
        assertThat(Calls.answer(() -> gateway().refund(refund, refunding)))
                .as("an answer that was lost")
                .isInstanceOf(Unknown.class);
        assertThat(gateway().query(refund, Calls.again(refunding))).isInstanceOf(Done.class);
        assertThat(refunded(order)).isEqualTo(amount(200));
    }

    @Test
    void g11_an_authorization_of_less_says_how_much_is_promised_and_no_more_is_captured() {
        String order = Calls.newOrder();
        AuthorizePayment request =
                promisedInPart().orElse(new AuthorizePayment("p1", approvedMethod(), amount(800), null));
        CallContext call = Calls.newCall(order);
        EffectResult answer = gateway().authorize(request, call);
        assertThat(answer).isInstanceOf(Done.class);
        Done done = (Done) answer;
        Money promised = done.amount() == null ? request.amount() : done.amount();
        assertThat(held(order)).as("held, and said to be promised").isEqualTo(promised);
        if (promisedInPart().isPresent()) {
            assertThat(promised).isGreaterThan(amount(0)).isLessThan(request.amount());
        } else {
            assertThat(promised).as("promised of what was asked").isEqualTo(request.amount());
        }
        assertThat(gateway().query(request, Calls.again(call))).isEqualTo(answer);
        gateway()
                .capture(
                        new CapturePayment("p1", request.method(), promised, done.reference(), request.code()),
                        Calls.newCall(order));
        assertThat(captured(order)).isEqualTo(promised);
    }

    private String authorized(String order, long minorUnits) {
        EffectResult answer = gateway()
                .authorize(
                        new AuthorizePayment("p1", approvedMethod(), amount(minorUnits), null), Calls.newCall(order));
        assertThat(answer).isInstanceOf(Done.class);
        String reference = ((Done) answer).reference();
        assertThat(reference).as("the provider's name of the payment").isNotNull();
        return reference == null ? "" : reference;
    }
}
