package org.orderengine.spi.pricing;

import java.util.List;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;

/**
 * How much an offer gives, as code of the host. An offer names it with {@link Deal.ByRule}; the offer's coupon, condition,
 * cap, limits and group hold for it as for any other.
 *
 * <p>It has to be pure, like a {@link PricingRule}. Called by many threads at a time. What it throws refuses the command
 * with the code {@code pricing-rule-failed}: nothing happened.
 */
@FunctionalInterface
public interface OfferRule {

    /**
     * How much to take off each of the lines, in their order. What is more than a line has room for, or more than the
     * offer's cap, is not taken.
     *
     * @param deal what the offer says
     * @param matching the lines that the offer's condition matches, at least one
     * @param context the whole order
     * @return an amount for each of the lines, none negative
     */
    List<Money> reductions(Deal.ByRule deal, List<PricingContext.LineRow> matching, PricingContext context);
}
