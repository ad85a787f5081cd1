package org.orderengine.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.spi.pricing.ChargeRule;
import org.orderengine.spi.pricing.OfferRule;

/**
 * How a shop prices its orders: a policy, the steps of a quote, and the kinds of offers that only this shop knows.
 *
 * <p>It holds no prices and computes none. The engine that it is given to prices each order by it in these steps:
 *
 * <ol>
 *   <li>It asks the host's services once for the products, taxes, offers and membership that the order needs.
 *   <li>It runs the {@linkplain PricingRules steps} in their order over one sheet. Each step sees what those before it did.
 *   <li>It freezes what each line and the delivery came to in the order's books, and what made it in an {@link Explanation}.
 * </ol>
 *
 * <p>For example, staff pay 30 % less of what offers left:
 *
 * <pre>{@code
 * PricingRules rules = PricingRules.standard().after(PricingRules.OFFERS, "staff", sheet -> …);
 * OrderEngine.builder().catalog(catalog).pricing(new Pricing(PricingPolicy.DEFAULT, rules, Map.of())).build();
 * }</pre>
 *
 * <p>Immutable. The rules in it run on the thread that gives the command, and on several at once.
 *
 * @param policy what the shop chooses: rounding, allocation, points, and what becomes of discounts when an order changes
 * @param rules the steps of a quote
 * @param offerRules the host's own kinds of offers, by the names that offers call them by
 * @param chargeRules what the shop charges beside the goods, in the order in which it is added
 */
public record Pricing(
        PricingPolicy policy, PricingRules rules, Map<String, OfferRule> offerRules, List<ChargeRule> chargeRules) {

    public Pricing {
        offerRules = Map.copyOf(offerRules);
        chargeRules = List.copyOf(chargeRules);
    }

    /** Prices by a policy and rules, without charges of the shop's own. */
    public Pricing(PricingPolicy policy, PricingRules rules, Map<String, OfferRule> offerRules) {
        this(policy, rules, offerRules, List.of());
    }

    /** Prices by a policy and the standard rules. */
    public Pricing(PricingPolicy policy) {
        this(policy, PricingRules.standard(), Map.of());
    }

    /** This pricing with one more rule for charges. */
    public Pricing withCharges(ChargeRule rule) {
        List<ChargeRule> more = new ArrayList<>(chargeRules);
        more.add(rule);
        return new Pricing(policy, rules, offerRules, more);
    }
}
