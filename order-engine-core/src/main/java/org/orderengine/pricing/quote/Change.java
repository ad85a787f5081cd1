package org.orderengine.pricing.quote;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;
import org.orderengine.model.Origin;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;

/**
 * What is to change about an order that has a price.
 *
 * <p>More than seven components: each is something that one command can change, or what it has to be priced by.
 *
 * @param origin who ordered and where
 * @param memberTier the tier that the order was priced for when it was placed
 * @param quantities how many units the order is to stand for, by line; 0 takes the line off, a line that is not named stays
 * @param added new lines
 * @param coupons further codes
 * @param shippingMethod the new delivery method; null to keep the old one
 * @param shippingPrice the new price of the delivery; null to keep the old one
 * @param at the instant that offers with a time window are asked for
 */
public record Change(
        Origin origin,
        @Nullable String memberTier,
        Map<String, Long> quantities,
        List<QuoteLine> added,
        List<String> coupons,
        @Nullable String shippingMethod,
        @Nullable Money shippingPrice,
        Instant at) {

    public Change {
        quantities = Map.copyOf(quantities);
        added = List.copyOf(added);
        coupons = List.copyOf(coupons);
    }

    /** A change of an order that was priced for no tier. */
    public Change(
            Origin origin,
            Map<String, Long> quantities,
            List<QuoteLine> added,
            List<String> coupons,
            @Nullable String shippingMethod,
            @Nullable Money shippingPrice,
            Instant at) {
        this(origin, null, quantities, added, coupons, shippingMethod, shippingPrice, at);
    }

    /** This change of an order that was priced for that tier. */
    public Change ofTier(@Nullable String tier) {
        return new Change(origin, tier, quantities, added, coupons, shippingMethod, shippingPrice, at);
    }

    /** Nothing is to change. */
    public static Change none(Origin origin, Instant at) {
        return new Change(origin, Map.of(), List.of(), List.of(), null, null, at);
    }
}
