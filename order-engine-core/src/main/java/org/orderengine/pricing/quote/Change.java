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
 * @param origin who ordered and where
 * @param quantities how many units the order is to stand for, by line; 0 takes the line off, a line that is not named stays
 * @param added new lines
 * @param coupons further codes
 * @param shippingMethod the new delivery method; null to keep the old one
 * @param shippingPrice the new price of the delivery; null to keep the old one
 * @param at the instant that offers with a time window are asked for
 */
public record Change(
        Origin origin,
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

    /** Nothing is to change. */
    public static Change none(Origin origin, Instant at) {
        return new Change(origin, Map.of(), List.of(), List.of(), null, null, at);
    }
}
