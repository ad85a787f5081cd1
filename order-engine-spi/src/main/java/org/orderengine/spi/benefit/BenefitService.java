package org.orderengine.spi.benefit;

import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;

/**
 * The host's coupons and membership points.
 *
 * <p>Rules for an implementation (M in {@code docs/contract.md}; the testkit's {@code BenefitContract} tries them):
 *
 * <ul>
 *   <li>{@link #perform} is idempotent by the call's key: a second call with the same key answers what the first did and
 *       changes nothing.
 *   <li>What it throws, and {@code unknown}, lead to another call with the same key, unless {@link #query} knows what became of the first.
 *       Only a {@link org.orderengine.effect.NotDoneException} counts as {@code failed}.
 * </ul>
 *
 * <pre>{@code
 * public EffectResult perform(Effect.Benefit effect, CallContext call) {
 *     if (effect instanceof Effect.RedeemCoupons redeem) {
 *         return coupons.redeem(call.idempotencyKey(), redeem.codes())
 *                 ? EffectResult.done()
 *                 : EffectResult.declined("coupon-used-up", "a coupon has been used up");
 *     }
 *     …
 * }
 * }</pre>
 *
 * <p>Called by many threads at a time, never within a store's transaction.
 */
public interface BenefitService {

    /**
     * Does what the effect asks, all of it or nothing: redeem or return coupons, spend, return, grant or claw back points.
     * Declined with {@code coupon-used-up}, {@code points-short}, or a code of the host's.
     */
    EffectResult perform(Effect.Benefit effect, CallContext call);

    /**
     * What became of the call with this key: done, declined, failed (it was never done), or still unknown. Null, unless it is overridden,
     * where the service cannot be asked: it is called again.
     *
     * @param request what was asked for
     */
    default @Nullable EffectResult query(Effect.Benefit request, CallContext call) {
        return null;
    }
}
