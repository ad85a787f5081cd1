package org.orderengine.decision;

import org.orderengine.pricing.Pricing;
import org.orderengine.spi.payment.DepositPolicy;

/**
 * What a shop decided once for all its orders.
 *
 * @param effects how often and how long services are asked
 * @param pricing how orders are priced
 * @param deposits what counts as a deposit, and what becomes of it
 * @param services which services the host plugged in: what is not there is not owed
 */
public record DecisionPolicy(EffectPolicy effects, Pricing pricing, DepositPolicy deposits, Services services) {

    /**
     * Which services the host plugged in.
     *
     * @param inventory whether there is stock to reserve
     * @param benefits whether there are coupons and points
     * @param logistics whether carriers are told of parcels
     */
    public record Services(boolean inventory, boolean benefits, boolean logistics) {}
}
