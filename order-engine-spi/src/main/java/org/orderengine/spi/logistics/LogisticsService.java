package org.orderengine.spi.logistics;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.CancelDispatch;
import org.orderengine.effect.Effect.DispatchShipment;
import org.orderengine.effect.EffectResult;

/**
 * The host's carriers.
 *
 * <p>Every method that changes something is idempotent by the call's key. An exception counts as {@code failed}, and the call
 * is made again with the same key.
 *
 * <p>Called by many threads at a time, never within a store's transaction.
 */
public interface LogisticsService {

    /** Tells the carrier that a parcel is ready to be collected. */
    EffectResult dispatch(DispatchShipment request, CallContext call);

    /** Cancels the collection of a parcel. Does nothing unless it is overridden. */
    default EffectResult cancel(CancelDispatch request, CallContext call) {
        return EffectResult.done();
    }

    /** What became of the call with this key: done, declined, failed (it was never done), or still unknown. */
    EffectResult query(CallContext call);
}
