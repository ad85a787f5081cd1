package org.orderengine.spi.payment;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.Charge;
import org.orderengine.effect.Effect.RefundPayment;
import org.orderengine.effect.Effect.VoidPayment;
import org.orderengine.effect.EffectResult;

/**
 * The host's payment providers.
 *
 * <p>The engine calls it after the commit that owes the work, and books each answer by a commit of its own. Amounts are in the
 * order's currency, and more than zero.
 *
 * <pre>{@code
 * final class CardGateway implements PaymentGateway {
 *     public EffectResult capture(CapturePayment request, CallContext call) {
 *         Reply reply = client.capture(request.reference(), request.amount(), call.idempotencyKey());
 *         return reply.approved() ? EffectResult.done(reply.id()) : EffectResult.declined(reply.code(), reply.text());
 *     }
 *     …
 * }
 * }</pre>
 *
 * <p>Rules for an implementation (G in {@code docs/contract.md}; the testkit's {@code PaymentGatewayContract} tries them):
 *
 * <ul>
 *   <li>Every method is idempotent by the call's key, which an adapter hands on to its provider. A second call with the same
 *       key answers what the first did and moves no money (P3).
 *   <li>An answer that was lost is {@code unknown}, never {@code failed}. The engine then asks {@link #query} and makes no
 *       second call until the answer is {@code failed} (P4).
 *   <li>An exception counts as {@code unknown}; only a {@link org.orderengine.effect.NotDoneException} counts as {@code failed}.
 *   <li>A provider that promises less than is asked, as the balance of a gift card, answers {@code done} with what it promises; the rest of the
 *       order stays outstanding.
 *   <li>A buyer who has to go to the provider first is {@code pending}: the engine waits for a notification, and asks once at the end.
 * </ul>
 *
 * <p>Called by many threads at a time, never within a store's transaction. The calls of one order come one after another.
 */
public interface PaymentGateway {

    /**
     * Authorizes the amount; declined with the provider's reason. The reference in the answer identifies later notifications that do
     * not name the payment.
     */
    EffectResult authorize(AuthorizePayment request, CallContext call);

    /** Captures the amount, out of what was authorized. */
    EffectResult capture(CapturePayment request, CallContext call);

    /** Voids an authorized amount. */
    EffectResult voidAuthorization(VoidPayment request, CallContext call);

    /** Refunds an amount that was captured. */
    EffectResult refund(RefundPayment request, CallContext call);

    /**
     * How often what was authorized by a method of payment can be captured. It is asked while an order is decided, so it answers at once
     * and always the same. Where it is {@code ONCE}, the engine has the rest authorized anew as a payment of its own.
     */
    default Captures captures(String method) {
        return Captures.MANY;
    }

    /**
     * What became of the call with this key: done, declined, failed (it was never done), or still unknown. Many providers are asked
     * by amount, payment or reference rather than by key.
     *
     * @param request what was asked for, as it would be asked now
     */
    EffectResult query(Charge request, CallContext call);
}
