package org.orderengine.spi.logistics;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.DeliverGoods;
import org.orderengine.effect.EffectResult;

/**
 * The host's delivery of goods that no parcel carries: licenses, codes, tickets, credit on an account. {@link #deliver} is
 * idempotent by the call's key, like every call that changes something; both are called by many threads at a time and never
 * within a store's transaction. What it throws counts as {@code failed} and is tried again with the same key.
 */
public interface DeliveryService {

    /**
     * Hands the goods over. A reference in the answer becomes the shipment's tracking. {@code declined} means that they will
     * never be delivered; what can still come right is {@code failed}.
     */
    EffectResult deliver(DeliverGoods request, CallContext call);

    /** What became of the call with this key: done, declined, failed (it was never done), or still unknown. */
    EffectResult query(CallContext call);
}
