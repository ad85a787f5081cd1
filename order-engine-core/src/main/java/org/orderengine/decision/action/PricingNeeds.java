package org.orderengine.decision.action;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Destination;

/**
 * The products and coupons that an action needs to price an order anew, beyond those that the order has.
 *
 * @param skus further products
 * @param coupons further coupon codes
 * @param taxCategories further tax categories
 * @param to where the order then goes; null for where it goes
 */
record PricingNeeds(Set<String> skus, List<String> coupons, Set<String> taxCategories, @Nullable Destination to) {

    /** The order is priced anew with what it has. */
    static final PricingNeeds NO_MORE = new PricingNeeds(Set.of(), List.of());

    /** What an order needs that goes where it went. */
    PricingNeeds(Set<String> skus, List<String> coupons) {
        this(skus, coupons, Set.of(), null);
    }

    PricingNeeds {
        skus = Set.copyOf(skus);
        coupons = List.copyOf(coupons);
        taxCategories = Set.copyOf(taxCategories);
    }
}
