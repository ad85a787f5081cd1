package org.orderengine.pricing.quote;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Destination;
import org.orderengine.model.Item;
import org.orderengine.model.Money;
import org.orderengine.model.Origin;
import org.orderengine.model.ReversalBasis;

/**
 * What is to be priced.
 *
 * <p>More than seven components: each is something that a command can ask for.
 *
 * @param origin who asks and where
 * @param to where the order goes, and how
 * @param lines what is asked for
 *
 * @param charges what is to be paid beside the lines
 * @param coupons the codes that the order carries; a code that stands twice counts once
 * @param points the points the buyer wants to spend at most
 *
 * @param shippingPrice the delivery's price; null where it is free
 * @param at the instant that offers with a time window are asked for
 */
public record QuoteRequest(
        Origin origin,
        Destination to,
        List<QuoteLine> lines,
        List<ChargeTerms> charges,
        List<String> coupons,
        long points,
        @Nullable Money shippingPrice,
        Instant at) {

    /**
     * A line that is to be priced.
     *
     * @param id the line's id within its order
     * @param sku the product
     * @param quantity how many units, or how much in whole units of goods that are measured
     * @param price the price of one unit where the command overrides the catalog
     * @param attributes the host's own texts
     * @param like units whose worth so many of the line's units have; null where all are priced by themselves
     */
    public record QuoteLine(
            String id,
            String sku,
            BigDecimal quantity,
            @Nullable Money price,
            Map<String, String> attributes,
            @Nullable Sold like) {

        /** A line of whole units that are priced by themselves. */
        public QuoteLine(String id, String sku, long quantity, @Nullable Money price, Map<String, String> attributes) {
            this(id, sku, BigDecimal.valueOf(quantity), price, attributes, null);
        }

        /** A line of whole units without attributes, priced by themselves. */
        public QuoteLine(String id, String sku, long quantity, @Nullable Money price) {
            this(id, sku, quantity, price, Map.of());
        }
    }

    /**
     * Units that were sold already.
     *
     * @param item the product, as it was when they were sold
     * @param basis what they are worth, none of them gone
     */
    public record Sold(Item item, ReversalBasis basis) {}

    /** A request of which no more is known of the destination than the method. */
    public QuoteRequest(
            Origin origin,
            List<QuoteLine> lines,
            List<String> coupons,
            long points,
            @Nullable String shippingMethod,
            @Nullable Money shippingPrice,
            Instant at) {
        this(origin, new Destination(null, shippingMethod, null), lines, List.of(), coupons, points, shippingPrice, at);
    }

    public QuoteRequest {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
        coupons = List.copyOf(coupons);
    }
}
