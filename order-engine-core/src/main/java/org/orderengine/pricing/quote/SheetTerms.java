package org.orderengine.pricing.quote;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Destination;
import org.orderengine.model.Money;
import org.orderengine.model.Origin;

/**
 * What is asked of a sheet besides its lines.
 *
 * @param origin who asks and where
 * @param to where the order goes
 * @param coupons the codes that the order carries
 * @param points points that are to be spent, or that are spent on the lines already
 * @param spentWorth what points that are spent already are worth; null where they are still to be spent
 * @param shippingPrice the price of the delivery; null where it is free
 * @param at the instant
 */
record SheetTerms(
        Origin origin,
        Destination to,
        Set<String> coupons,
        long points,
        @Nullable Money spentWorth,
        @Nullable Money shippingPrice,
        Instant at) {}
