package org.orderengine.pricing.quote;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Destination;
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
 * @param to where the order then goes
 * @param quantities how many units the order is to stand for, by line; 0 takes the line off, a line that is not named stays
 * @param added new lines
 * @param coupons further codes
 * @param charges charges that change or are added; one at nothing goes, one that is not named stays
 * @param shippingMethod the new delivery method; null to keep the old one
 * @param shippingPrice the new price of the delivery; null to keep the old one
 * @param taxesAnew whether the order goes elsewhere, so that all of it is taxed by the rates of there
 * @param at the instant that offers with a time window are asked for
 */
public record Change(
        Origin origin,
        @Nullable String memberTier,
        Destination to,
        Map<String, Long> quantities,
        List<QuoteLine> added,
        List<String> coupons,
        List<ChargeTerms> charges,
        @Nullable String shippingMethod,
        @Nullable Money shippingPrice,
        boolean taxesAnew,
        Instant at) {

    public Change {
        quantities = Map.copyOf(quantities);
        added = List.copyOf(added);
        coupons = List.copyOf(coupons);
        charges = List.copyOf(charges);
    }

    /** A change of an order that was priced for no tier and goes nowhere else. */
    public Change(
            Origin origin,
            Map<String, Long> quantities,
            List<QuoteLine> added,
            List<String> coupons,
            @Nullable String shippingMethod,
            @Nullable Money shippingPrice,
            Instant at) {
        this(
                origin,
                null,
                Destination.UNKNOWN,
                quantities,
                added,
                coupons,
                List.of(),
                shippingMethod,
                shippingPrice,
                false,
                at);
    }

    /** This change of an order that was priced for that tier. */
    public Change ofTier(@Nullable String tier) {
        return new Change(
                origin, tier, to, quantities, added, coupons, charges, shippingMethod, shippingPrice, taxesAnew, at);
    }

    /**
     * This change of an order that then goes there.
     *
     * @param elsewhere whether it went elsewhere before, so that all of it is taxed anew
     */
    public Change goingTo(Destination place, boolean elsewhere) {
        return new Change(
                origin,
                memberTier,
                place,
                quantities,
                added,
                coupons,
                charges,
                shippingMethod,
                shippingPrice,
                elsewhere,
                at);
    }

    /** This change with other charges. */
    public Change charging(List<ChargeTerms> newCharges) {
        return new Change(
                origin,
                memberTier,
                to,
                quantities,
                added,
                coupons,
                newCharges,
                shippingMethod,
                shippingPrice,
                taxesAnew,
                at);
    }

    /** Nothing is to change. */
    public static Change none(Origin origin, Instant at) {
        return new Change(origin, Map.of(), List.of(), List.of(), null, null, at);
    }
}
