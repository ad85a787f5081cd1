package org.orderengine.spi.pricing;

import java.time.Instant;
import java.util.List;
import org.orderengine.model.Destination;
import org.orderengine.model.Offer;
import org.orderengine.model.Origin;

/**
 * The host's offers.
 *
 * <pre>{@code
 * OfferService offers = (origin, coupons, now) -> running.at(now, coupons);
 * }</pre>
 *
 * <p>Asked once per command that prices an order. An exception refuses the command with the code {@code offers-unavailable}:
 * nothing happened, and the host may try again.
 *
 * <p>Called by many threads at a time.
 */
@FunctionalInterface
public interface OfferService {

    /** There are no offers. */
    OfferService NONE = (origin, coupons, now) -> List.of();

    /**
     * The offers that may apply, in the order in which they apply: those without a coupon, and those of the codes that the order
     * carries.
     */
    List<Offer> offers(Origin origin, List<String> coupons, Instant now);

    /**
     * The offers for where the order goes.
     *
     * @param to where the order goes
     * @param deadline when the engine stops waiting
     */
    default List<Offer> offers(Origin origin, List<String> coupons, Destination to, Instant now, Instant deadline) {
        return offers(origin, coupons, now, deadline);
    }

    /**
     * The offers, until a deadline: what comes back later is refused as unavailable.
     *
     * @param deadline when the engine stops waiting
     */
    default List<Offer> offers(Origin origin, List<String> coupons, Instant now, Instant deadline) {
        return offers(origin, coupons, now);
    }
}
