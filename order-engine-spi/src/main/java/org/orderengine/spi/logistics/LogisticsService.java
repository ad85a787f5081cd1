package org.orderengine.spi.logistics;

import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.Effect.CancelDispatch;
import org.orderengine.effect.Effect.DispatchShipment;
import org.orderengine.effect.EffectResult;

/**
 * The host's carriers.
 *
 * <p>Every method that changes something is idempotent by the call's key. What it throws, and {@code unknown}, lead to another call with
 * the same key, unless {@link #query} knows what became of the first. Only a {@link org.orderengine.effect.NotDoneException} counts as {@code
 * failed}.
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

    /**
     * What became of the call with this key: done, declined, failed (it was never done), or still unknown. Null, unless it is overridden,
     * where the service cannot be asked: it is called again.
     *
     * @param request what was asked for
     */
    default @Nullable EffectResult query(Effect.Parcel request, CallContext call) {
        return null;
    }
}
