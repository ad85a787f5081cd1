package org.orderengine.spi.benefit;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;

/**
 * The host's coupons and membership points.
 *
 * <p>{@link #perform} is idempotent by the call's key: a second call with the same key answers what the first did and
 * changes nothing. Called by many threads at a time and never within a store's transaction. What it throws counts as
 * {@code failed} and is tried again with the same key.
 */
public interface BenefitService {

    /**
     * Does what the effect asks, all of it or nothing: redeem or return coupons, spend, return, grant or claw back points.
     * Declined with {@code coupon-used-up}, {@code points-short}, or a code of the host's.
     */
    EffectResult perform(Effect.Benefit effect, CallContext call);

    /** What became of the call with this key: done, declined, failed (it was never done), or still unknown. */
    EffectResult query(CallContext call);
}
