package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.orderengine.command.Action;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.RefusedException;
import org.orderengine.model.Annotations;
import org.orderengine.model.Destination;
import org.orderengine.model.Line;
import org.orderengine.model.Order;
import org.orderengine.model.Origin;
import org.orderengine.pricing.quote.PriceCalculator;

/**
 * The facts that the host's services have to be asked for before an order can be priced.
 *
 * @param origin who orders and where
 * @param to where the order goes
 * @param skus the products whose prices are needed
 * @param taxCategories tax categories besides those of the products
 * @param coupons the coupon codes that the order carries
 * @param annotations the host's own data on the order
 */
public record FactsRequest(
        Origin origin,
        Destination to,
        Set<String> skus,
        Set<String> taxCategories,
        List<String> coupons,
        Annotations annotations) {

    public FactsRequest {
        skus = Set.copyOf(skus);
        taxCategories = Set.copyOf(taxCategories);
        coupons = List.copyOf(coupons);
    }

    /** The facts that an action needs which prices an order anew; empty for other actions, and for a payload that is refused. */
    public static Optional<FactsRequest> of(Order order, Action action, DecisionPolicy policy) {
        BuiltInAction builtIn = BuiltInActions.named(action.name());
        if (builtIn == null) {
            return Optional.empty();
        }
        try {
            PayloadReader payload = new PayloadReader(action.payload(), order.books());
            return builtIn.facts(order, payload, policy).map(needs -> of(order, needs, policy.pricing()));
        } catch (RefusedException malformed) {
            return Optional.empty();
        }
    }

    private static FactsRequest of(Order order, PricingNeeds needs, PriceCalculator pricing) {
        Set<String> skus = new LinkedHashSet<>(needs.skus());
        for (Line line : order.books().lines()) {
            skus.add(line.item().sku());
        }
        List<String> coupons = new ArrayList<>();
        order.books().coupons().forEach(coupon -> coupons.add(coupon.code()));
        coupons.addAll(needs.coupons());
        Destination to = needs.to() == null
                ? Destination.of(order.customer(), order.books().shipping().method())
                : needs.to();
        Set<String> categories = pricing.taxCategories(order.books());
        categories.addAll(needs.taxCategories());
        return new FactsRequest(order.origin(), to, skus, categories, coupons, order.annotations());
    }
}
