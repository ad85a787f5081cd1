package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import org.orderengine.model.Money;
import org.orderengine.spi.payment.PaymentGateway;

/**
 * The contract of a {@link PaymentGateway}: rules G1 to G6 of {@code docs/contract.md}.
 *
 * <p>A gateway proves that it keeps them by a test class of its own. The class names a payment method of the provider's trial
 * account that is approved and one that is declined, and reads the provider's log:
 *
 * <pre>{@code
 * class CardGatewayTest extends PaymentGatewayContract {
 *     protected PaymentGateway gateway() { return gateway; }
 *     protected String approvedMethod() { return "test-card"; }
 *     protected String declinedMethod() { return "test-card-without-funds"; }
 *     protected Money amount(long minorUnits) { return Money.ofMinor(EUR, minorUnits); }
 *     protected Money captured(String orderId) { return trial.captured(orderId); }
 *     protected Money refunded(String orderId) { return trial.refunded(orderId); }
 * }
 * }</pre>
 *
 * <p>Every test uses orders of its own.
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

    /** What the provider took for the order, refunds not taken off. */
    protected abstract Money captured(String orderId);

    /** What the provider gave back of the order. */
    protected abstract Money refunded(String orderId);

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
        CallContext call = Calls.newCall(order);
        gateway().authorize(new AuthorizePayment("p1", approvedMethod(), amount(800), null), call);
        assertThat(gateway().query(approvedMethod(), Calls.again(call))).isInstanceOf(Done.class);
        assertThat(gateway().query(approvedMethod(), Calls.newCall(order))).isInstanceOf(Failed.class);
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
