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
 * <p>Amounts are in the order's currency. Every method is idempotent by the call's key, which an adapter hands on to its
 * provider: a second call with the same key answers what the first did and moves no money (P3). Called by many threads at a
 * time and never within a store's transaction; calls of one order come one after another. An answer that was lost must be
 * {@code unknown}, never {@code failed}: the engine then asks with {@link #query} and makes no second attempt (P4). What a
 * method throws counts as {@code failed} and is tried again with the same key.
 */
public interface PaymentGateway {

    /**
     * Has the amount promised. Declined with the provider's reason. The reference that it answers with is what a notification of
     * this payment is known by, where that does not name the payment.
     */
    EffectResult authorize(AuthorizePayment request, CallContext call);

    /** Takes the amount of what was promised. */
    EffectResult capture(CapturePayment request, CallContext call);

    /** Lets go of a promised amount. Named so because {@code void} is a word of the language. */
    EffectResult voidAuthorization(VoidPayment request, CallContext call);

    /** Gives back an amount that was taken. */
    EffectResult refund(RefundPayment request, CallContext call);

    /**
     * What became of the call with this key: done, declined, failed (it was never done), or still unknown.
     *
     * @param method how the buyer pays, so that an adapter of several providers knows which to ask
     */
    EffectResult query(String method, CallContext call);
}
