package org.orderengine.testkit;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.Charge;
import org.orderengine.effect.Effect.RefundPayment;
import org.orderengine.effect.Effect.VoidPayment;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.model.Money;
import org.orderengine.spi.payment.Captures;
import org.orderengine.spi.payment.PaymentGateway;
import org.orderengine.testkit.MoneyMovement.Kind;

/**
 * A payment provider with a log of its own: it approves everything that its log allows, unless it is told otherwise.
 *
 * <pre>{@code
 * FakePaymentGateway gateway = new FakePaymentGateway().answer("card", Operation.CAPTURE, Answer.UNKNOWN_DONE);
 * // … pay …
 * assertThat(gateway.captured(EUR)).isEqualTo(Money.of("EUR", "87.08"));   // once, whatever was lost
 * }</pre>
 *
 * <p>A capture of a payment that was never authorized is taken for a sale: both in one. For any number of threads.
 */
public final class FakePaymentGateway implements PaymentGateway {

    /** What answers can be scripted for. */
    public enum Operation {
        /** {@link PaymentGateway#authorize}. */
        AUTHORIZE,
        /** {@link PaymentGateway#capture}. */
        CAPTURE,
        /** {@link PaymentGateway#voidAuthorization}. */
        VOID,
        /** {@link PaymentGateway#refund}. */
        REFUND,
        /** {@link PaymentGateway#query}. */
        QUERY
    }

    private record Scripted(@Nullable String method, Operation operation) {}

    private final Script<Scripted, GatewayAnswer> script = new Script<>();
    private final Intents intents = new Intents();
    private final GatewayLog log = new GatewayLog();
    private final Set<String> once = new HashSet<>();
    /** How much the answer that is being given moves at most; null for all that is asked. */
    private @Nullable Money part;

    /** Answers the next calls for one payment method like this, one by one, and then approves again. */
    public synchronized FakePaymentGateway answer(String method, Operation operation, Answer... answers) {
        return answer(
                method, operation, Stream.of(answers).map(GatewayAnswer::of).toList());
    }

    /** Answers the next calls for one payment method like this, some with less than is asked; null for any method. */
    public synchronized FakePaymentGateway answer(
            @Nullable String method, Operation operation, List<GatewayAnswer> answers) {
        script.add(new Scripted(method, operation), answers);
        return this;
    }

    /** Answers the next calls that are not scripted for their method like this, one by one, and then approves again. */
    public synchronized FakePaymentGateway answer(Operation operation, Answer... answers) {
        return answer(null, operation, Stream.of(answers).map(GatewayAnswer::of).toList());
    }

    /** Lets what is authorized by a method be captured once only; the rest is let go. */
    public synchronized FakePaymentGateway capturesOnce(String method) {
        once.add(method);
        return this;
    }

    @Override
    public synchronized Captures captures(String method) {
        return once.contains(method) ? Captures.ONCE : Captures.MANY;
    }

    /**
     * Money came without being asked for, as a bank transfer does; the provider's notification of it is the host's to hand
     * to the engine.
     *
     * @param payment the payment within the order, if it is known
     * @param reference names the transfer: a second one of the same order under it is the same money
     * @return whether it is new
     */
    public synchronized boolean receive(
            String orderId, @Nullable String payment, String method, Money amount, String reference) {
        return log.receive(orderId, payment, method, amount, reference);
    }

    /** Money that had come without being asked for went back where it came from, without the engine's doing. */
    public synchronized void bounce(String orderId, String reference) {
        log.bounce(orderId, reference);
    }

    /**
     * Money was given back without being asked to, as on the provider's own page; the notification of it is the host's to hand to the
     * engine.
     *
     * @param payment the payment within the order, if it is known
     * @param reference names the refund: a second one of the same order under it is the same
     * @return whether it is new
     */
    public synchronized boolean giveBack(
            String orderId, @Nullable String payment, String method, Money amount, String reference) {
        return log.giveBack(orderId, payment, method, amount, reference);
    }

    /** A refund that was not asked for did not happen after all. */
    public synchronized void withdraw(String orderId, String reference) {
        log.withdraw(orderId, reference);
    }

    /** A capture that had been accepted failed later; the notification of it is the host's to hand to the engine. */
    public synchronized void failCapture(
            String orderId, String payment, String method, Money amount, String reference) {
        log.failCapture(orderId, payment, method, amount, reference);
    }

    /** A refund came back to the shop; the notification of it is the host's to hand to the engine. */
    public synchronized void failRefund(String orderId, String payment, String method, Money amount, String reference) {
        log.failRefund(orderId, payment, method, amount, reference);
    }

    @Override
    public synchronized EffectResult authorize(AuthorizePayment request, CallContext call) {
        return perform(
                Operation.AUTHORIZE,
                request,
                call,
                (orderId, key, charge) -> log.authorize(orderId, key, charge, moved(charge)));
    }

    @Override
    public synchronized EffectResult capture(CapturePayment request, CallContext call) {
        boolean lastOne = once.contains(request.method());
        return perform(
                Operation.CAPTURE,
                request,
                call,
                (orderId, key, charge) -> log.capture(orderId, key, charge, moved(charge), lastOne));
    }

    @Override
    public synchronized EffectResult voidAuthorization(VoidPayment request, CallContext call) {
        return perform(Operation.VOID, request, call, log::voidAuthorization);
    }

    @Override
    public synchronized EffectResult refund(RefundPayment request, CallContext call) {
        return perform(Operation.REFUND, request, call, log::refund);
    }

    @Override
    public synchronized EffectResult query(Charge request, CallContext call) {
        return intents.query(call, next(request.method(), Operation.QUERY));
    }

    /** What came in: captured because the engine asked, or received without it, and did not fail later. Refunds are not taken off. */
    public synchronized Money captured(Currency currency) {
        return log.sum(currency, Kind.CAPTURED, Kind.RECEIVED).minus(log.sum(currency, Kind.CAPTURE_FAILED));
    }

    /** What was given back, and did not come back. */
    public synchronized Money refunded(Currency currency) {
        return log.sum(currency, Kind.REFUNDED).minus(log.sum(currency, Kind.REFUND_FAILED));
    }

    /** What it did with money, in order. */
    public synchronized List<MoneyMovement> movements() {
        return log.movements();
    }

    /** All calls so far, in order. */
    public synchronized List<ServiceCall> calls() {
        return intents.calls();
    }

    @FunctionalInterface
    private interface Work {
        EffectResult perform(String orderId, String key, Charge charge);
    }

    private EffectResult perform(Operation operation, Charge request, CallContext call, Work work) {
        return intents.call(
                request,
                call,
                () -> next(request.method(), operation),
                new Declined(request.method() + "-declined", "The payment provider says no (scripted)"),
                () -> work.perform(call.orderId(), call.idempotencyKey(), request));
    }

    private @Nullable Answer next(String method, Operation operation) {
        GatewayAnswer answer = script.next(new Scripted(method, operation));
        answer = answer != null ? answer : script.next(new Scripted(null, operation));
        part = answer == null ? null : answer.amount();
        return answer == null ? null : answer.answer();
    }

    private Money moved(Charge charge) {
        return part == null ? charge.amount() : part.min(charge.amount());
    }
}
