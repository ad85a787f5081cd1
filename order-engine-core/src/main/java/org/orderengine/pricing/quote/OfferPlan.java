package org.orderengine.pricing.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Offer;

/**
 * The offers that a sheet is priced with, by how each is judged. They get their turns in this order.
 *
 * @param kept offers that gave the order something before: judged by quantity, subtotal and products, never by time, limits, coupon or
 *     membership
 * @param tier the member tier whose prices those of them give that name prices by tier
 * @param asked offers of today, judged whole
 * @param forAdded offers of today that are asked for added units only, judged whole
 */
record OfferPlan(List<Offer> kept, @Nullable String tier, List<Offer> asked, List<Offer> forAdded) {

    /** All offers of today, for all units. */
    static OfferPlan ofToday(List<Offer> offers) {
        return new OfferPlan(List.of(), null, offers, List.of());
    }
}
