package org.orderengine.decision;

import org.orderengine.effect.ReservePolicy;
import org.orderengine.pricing.Pricing;
import org.orderengine.process.EffectNames;

/**
 * What a shop decided once for all its orders.
 *
 * @param effects how often and how long services are asked
 * @param pricing how orders are priced
 * @param reserving what is to become of units that are not there
 * @param services which services the host plugged in: what is not there is not owed
 */
public record DecisionPolicy(EffectPolicy effects, Pricing pricing, ReservePolicy reserving, Services services) {

    /** The effect by which stock is held where a definition leaves the policy to the shop. */
    String reserve() {
        return switch (reserving) {
            case ALL_OR_NOTHING -> EffectNames.INVENTORY_RESERVE;
            case PARTIAL -> EffectNames.INVENTORY_RESERVE_PARTIAL;
            case BACKORDER -> EffectNames.INVENTORY_RESERVE_BACKORDER;
        };
    }

    /**
     * Which services the host plugged in.
     *
     * @param inventory whether there is stock to reserve
     * @param benefits whether there are coupons and points
     * @param logistics whether carriers are told of parcels
     */
    public record Services(boolean inventory, boolean benefits, boolean logistics) {}
}
