package org.orderengine.examples.retail;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.ConsumeStock;
import org.orderengine.effect.Effect.ReleaseStock;
import org.orderengine.effect.Effect.ReserveStock;
import org.orderengine.effect.Effect.RestockGoods;
import org.orderengine.effect.EffectResult;
import org.orderengine.spi.inventory.InventoryService;

/**
 * A warehouse that has everything: the file says nothing of stock, and what it says was sold was there. As it keeps no
 * account, doing something twice is the same as doing it once.
 */
final class Warehouse implements InventoryService {

    @Override
    public EffectResult reserve(ReserveStock request, CallContext call) {
        return EffectResult.done();
    }

    @Override
    public EffectResult release(ReleaseStock request, CallContext call) {
        return EffectResult.done();
    }

    @Override
    public EffectResult consume(ConsumeStock request, CallContext call) {
        return EffectResult.done();
    }

    @Override
    public EffectResult restock(RestockGoods request, CallContext call) {
        return EffectResult.done();
    }
}
