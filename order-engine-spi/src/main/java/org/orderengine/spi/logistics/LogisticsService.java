package org.orderengine.spi.logistics;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.DispatchShipment;
import org.orderengine.effect.EffectResult;

/**
 * The host's carriers. {@link #dispatch} is idempotent by the call's key, like every call that changes something; both are
 * called by many threads at a time and never within a store's transaction. What it throws counts as {@code failed} and is
 * tried again with the same key.
 */
public interface LogisticsService {

    /** Tells the carrier that a parcel is ready. */
    EffectResult dispatch(DispatchShipment request, CallContext call);

    /** What became of the call with this key: done, declined, failed (it was never done), or still unknown. */
    EffectResult query(CallContext call);
}
