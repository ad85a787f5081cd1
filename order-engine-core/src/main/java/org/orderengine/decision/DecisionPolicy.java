package org.orderengine.decision;

import org.orderengine.pricing.Pricing;

/**
 * What a shop decided once for all its orders.
 *
 * @param effects how often and how long services are asked
 * @param pricing how orders are priced
 * @param deadlines how far the deadlines of one order may be from what its process says
 * @param latePayment what becomes of money for an order that has lapsed
 * @param services which services the host plugged in: what is not there is not owed
 */
public record DecisionPolicy(
        EffectPolicy effects, Pricing pricing, DeadlinePolicy deadlines, LatePayment latePayment, Services services) {

    /**
     * Which services the host plugged in.
     *
     * @param inventory whether there is stock to reserve
     * @param benefits whether there are coupons and points
     * @param logistics whether carriers are told of parcels
     */
    public record Services(boolean inventory, boolean benefits, boolean logistics) {}
}
