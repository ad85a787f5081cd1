package org.orderengine.spi.logistics;

import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.DeliverGoods;
import org.orderengine.effect.EffectResult;

/**
 * The host's delivery of goods that need no parcel: licenses, codes, tickets, credit on an account.
 *
 * <p>{@link #deliver} is idempotent by the call's key. What it throws, and {@code unknown}, lead to another call with
 * the same key, unless {@link #query} knows what became of the first. Only a {@link org.orderengine.effect.NotDoneException} counts as {@code
 * failed}.
 *
 * <p>Called by many threads at a time, never within a store's transaction.
 */
public interface DeliveryService {

    /**
     * Hands the goods over. A reference in the answer becomes the shipment's tracking. {@code declined} means that they will never be
     * delivered; {@code failed} means that another call may deliver them.
     */
    EffectResult deliver(DeliverGoods request, CallContext call);

    /**
     * What became of the call with this key: done, declined, failed (it was never done), or still unknown. Null, unless it is overridden,
     * where the service cannot be asked: it is called again.
     *
     * @param request what was asked for
     */
    default @Nullable EffectResult query(DeliverGoods request, CallContext call) {
        return null;
    }
}
