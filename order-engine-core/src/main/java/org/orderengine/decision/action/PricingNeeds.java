package org.orderengine.decision.action;

import java.util.List;
import java.util.Set;

/**
 * The products and coupons that an action needs to price an order anew, beyond those that the order has.
 *
 * @param skus further products
 * @param coupons further coupon codes
 */
record PricingNeeds(Set<String> skus, List<String> coupons) {

    /** The order is priced anew with what it has. */
    static final PricingNeeds NO_MORE = new PricingNeeds(Set.of(), List.of());

    PricingNeeds {
        skus = Set.copyOf(skus);
        coupons = List.copyOf(coupons);
    }
}
