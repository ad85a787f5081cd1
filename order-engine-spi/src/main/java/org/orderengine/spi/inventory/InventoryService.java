package org.orderengine.spi.inventory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.ConsumeStock;
import org.orderengine.effect.Effect.FillBackorder;
import org.orderengine.effect.Effect.ReleaseStock;
import org.orderengine.effect.Effect.ReserveStock;
import org.orderengine.effect.Effect.RestockGoods;
import org.orderengine.effect.Effect.Stock;
import org.orderengine.effect.Effect.TakeBackGoods;
import org.orderengine.effect.EffectResult;

/**
 * The host's stock.
 *
 * <p>The life of a unit that an order asks for:
 *
 * <ol>
 *   <li>{@link #reserve} holds it, or promises it on backorder; {@link #fill} holds it once goods have arrived.
 *   <li>{@link #consume} tells that it left, or {@link #release} gives it back.
 *   <li>{@link #restock} tells that a returned unit can be sold again; {@link #takeBack} tells that its parcel came back, and
 *       holds it again.
 * </ol>
 *
 * <pre>{@code
 * final class Warehouse implements InventoryService {
 *     public EffectResult reserve(ReserveStock request, CallContext call) {
 *         return client.hold(call.idempotencyKey(), request.lines())
 *                 ? EffectResult.done()
 *                 : EffectResult.declined("out-of-stock", "not enough units in stock");
 *     }
 *     …
 * }
 * }</pre>
 *
 * <p>Rules for an implementation (I in {@code docs/contract.md}; the testkit's {@code InventoryContract} tries them):
 *
 * <ul>
 *   <li>Every method is idempotent by the call's key: a second call with the same key answers what the first did and changes
 *       nothing.
 *   <li>Every method is atomic over its lines: all or nothing. Lines of one sku count together (U3).
 *   <li>What it throws, and {@code unknown}, lead to another call with the same key, unless {@link #query} knows what became of the first.
 *       Only a {@link org.orderengine.effect.NotDoneException} counts as {@code failed}.
 * </ul>
 *
 * <p>Called by many threads at a time, never within a store's transaction. The calls of one order come one after another.
 */
public interface InventoryService {

    /**
     * The stock by location, for an inventory with several. Each request then names the one location that it is about. Empty by
     * default, for an inventory with one location: then no request names any.
     *
     * <p>Asked once, when the engine is built.
     */
    default Optional<StockLocations> locations() {
        return Optional.empty();
    }

    /**
     * Holds units for the order. Declined with {@code out-of-stock} when there are too few, unless the request's policy says
     * otherwise.
     */
    EffectResult reserve(ReserveStock request, CallContext call);

    /**
     * Holds units that an earlier {@link #reserve} promised on backorder, as far as goods have arrived for them. It answers done, and
     * names the units that are still on backorder. Not called on a service that never promises units on backorder. Failed for good unless it is
     * overridden.
     */
    default EffectResult fill(FillBackorder request, CallContext call) {
        return new EffectResult.Failed("this inventory does not fill backorders", false);
    }

    /** Releases units that the order holds: they can be sold again. */
    EffectResult release(ReleaseStock request, CallContext call);

    /** Consumes units that the order holds: they have left. */
    EffectResult consume(ConsumeStock request, CallContext call);

    /**
     * Takes back units of a parcel that did not arrive, and holds them for the order as before they left. Failed for good unless it is
     * overridden: a person then sees to it.
     */
    default EffectResult takeBack(TakeBackGoods request, CallContext call) {
        return new EffectResult.Failed("this inventory takes no parcels back that did not arrive", false);
    }

    /** Restocks units that had left: they can be sold again. At an inventory with several locations they may be at another one. */
    EffectResult restock(RestockGoods request, CallContext call);

    /**
     * What became of the call with this key: done, declined, failed (it was never done), or still unknown. Null, unless it is overridden,
     * where the service cannot be asked: it is called again.
     *
     * @param request what was asked for
     */
    default @Nullable EffectResult query(Stock request, CallContext call) {
        return null;
    }
}
