package org.orderengine.spi.payment;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.effect.Effect.CapturePayment;
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
 *       second call (P4).
 *   <li>An exception counts as {@code failed}, and the call is made again with the same key.
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
     * What became of the call with this key: done, declined, failed (it was never done), or still unknown.
     *
     * @param method how the buyer pays, which tells an adapter of several providers which one to ask
     */
    EffectResult query(String method, CallContext call);
}
