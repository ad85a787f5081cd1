package org.orderengine.spi.inventory;

import java.util.Optional;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.ConsumeStock;
import org.orderengine.effect.Effect.FillBackorder;
import org.orderengine.effect.Effect.ReleaseStock;
import org.orderengine.effect.Effect.ReserveStock;
import org.orderengine.effect.Effect.RestockGoods;
import org.orderengine.effect.Effect.TakeBackGoods;
import org.orderengine.effect.EffectResult;

/**
 * The host's stock.
 *
 * <p>Every method is idempotent by the call's key: a second call with the same key answers what the first did and changes
 * nothing. Each is atomic over all its lines: all or nothing; lines of one sku count together (U3). Called by many threads
 * at a time and never within a store's transaction; calls of one order come one after another. What a method throws counts
 * as {@code failed} and is tried again with the same key; where the work may have been done all the same it must answer
 * {@code unknown}, and {@link #query} is asked.
 */
public interface InventoryService {

    /**
     * What is where, of an inventory with several locations: then every request names the location that it is about, and no
     * request goes to more than one. Empty, as unless it is overridden, where there is one location: then no request names any.
     * Asked once, when the engine is built.
     */
    default Optional<StockLocations> locations() {
        return Optional.empty();
    }

    /**
     * Holds units for the order. Declined with {@code out-of-stock} when they are not there and the request's policy does not
     * say otherwise.
     */
    EffectResult reserve(ReserveStock request, CallContext call);

    /**
     * Holds units that an earlier {@link #reserve} promised as backordered, as far as goods have arrived for them: done, with
     * those that are still not there as backordered. Not asked of a service that never promises what is not there.
     *
     * @throws UnsupportedOperationException unless it is overridden
     */
    default EffectResult fill(FillBackorder request, CallContext call) {
        throw new UnsupportedOperationException(
                "an inventory that promises units on backorder must say when they are there");
    }

    /** Gives back units the order holds: they can be sold again. */
    EffectResult release(ReleaseStock request, CallContext call);

    /** Units the order holds left the house. */
    EffectResult consume(ConsumeStock request, CallContext call);

    /**
     * Units that had left are back, and the order holds them as before they left: the parcel did not arrive.
     *
     * @throws UnsupportedOperationException unless it is overridden
     */
    default EffectResult takeBack(TakeBackGoods request, CallContext call) {
        throw new UnsupportedOperationException("an inventory takes parcels back that did not arrive");
    }

    /** Units that had left are back on the shelf; at an inventory with several locations, maybe not on the one that they left. */
    EffectResult restock(RestockGoods request, CallContext call);

    /** What became of the call with this key: done, declined, failed (it was never done), or still unknown. */
    EffectResult query(CallContext call);
}
