package org.orderengine.spi.logistics;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.CancelDispatch;
import org.orderengine.effect.Effect.DispatchShipment;
import org.orderengine.effect.EffectResult;

/**
 * The host's carriers. Every call that changes something is idempotent by its key; all are
 * called by many threads at a time and never within a store's transaction. What it throws counts as {@code failed} and is
 * tried again with the same key.
 */
public interface LogisticsService {

    /** Tells the carrier that a parcel is ready. */
    EffectResult dispatch(DispatchShipment request, CallContext call);

    /** Tells the carrier that a parcel is not to be fetched after all; unless overridden, nobody has to be told. */
    default EffectResult cancel(CancelDispatch request, CallContext call) {
        return EffectResult.done();
    }

    /** What became of the call with this key: done, declined, failed (it was never done), or still unknown. */
    EffectResult query(CallContext call);
}
