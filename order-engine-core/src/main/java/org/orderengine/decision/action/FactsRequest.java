package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.model.Line;
import org.orderengine.model.Order;
import org.orderengine.model.Origin;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.Return;
import org.orderengine.policy.ModifyPrices;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.ReversalPolicy;
import org.orderengine.pricing.Pricing;
import org.orderengine.process.ActionNames;

/**
 * What the host's services have to be asked before a price can be said.
 *
 * @param origin who orders and where
 * @param skus the products whose prices are needed
 * @param taxCategories tax categories besides those of the products
 * @param coupons the coupon codes that the order carries
 */
public record FactsRequest(Origin origin, Set<String> skus, Set<String> taxCategories, List<String> coupons) {

    public FactsRequest {
        skus = Set.copyOf(skus);
        taxCategories = Set.copyOf(taxCategories);
        coupons = List.copyOf(coupons);
    }

    /** What an action that prices an order anew needs; empty for the others. */
    public static Optional<FactsRequest> of(Order order, Action action, Pricing pricing, ModifyPrices prices) {
        Set<String> skus = new LinkedHashSet<>();
        Payload payload = payload(order, action, prices);
        boolean confirms = order.flow().proposal() != null && isPricedAgain(action, prices);
        if (!isRepricing(order, confirms ? ActionNames.MODIFY : action.name(), payload, pricing.policy(), skus)) {
            return Optional.empty();
        }
        for (Line line : order.books().lines()) {
            skus.add(line.item().sku());
        }
        List<String> coupons = new ArrayList<>();
        order.books().coupons().forEach(coupon -> coupons.add(coupon.code()));
        if (payload.get("coupons") instanceof List<?> more) {
            more.forEach(code -> coupons.add(String.valueOf(code)));
        }
        return Optional.of(new FactsRequest(order.origin(), skus, pricing.taxCategories(order.books()), coupons));
    }

    /** What goes with an action; with a confirmation what was asked for, where that has to be priced once more. */
    private static Payload payload(Order order, Action action, ModifyPrices prices) {
        ProposedChange proposed = order.flow().proposal();
        return proposed != null && isPricedAgain(action, prices) ? Payload.of(proposed.change()) : action.payload();
    }

    private static boolean isPricedAgain(Action action, ModifyPrices prices) {
        return action.name().equals(ActionNames.CONFIRM_MODIFY) && prices == ModifyPrices.AS_CONFIRMED;
    }

    private static boolean isRepricing(
            Order order, String action, Payload payload, PricingPolicy policy, Set<String> skus) {
        return switch (action) {
            case ActionNames.MODIFY, ActionNames.REQUEST_MODIFY -> isModifying(payload, skus);
            case "cancel" -> policy.onCancel() == ReversalPolicy.REQUALIFY;
            case "request-return" -> {
                if (payload.get("replacement") instanceof List<?> replacement) {
                    replacement.forEach(one -> addSku(one, skus));
                }
                yield !skus.isEmpty() || policy.onReturn() == ReversalPolicy.REQUALIFY;
            }
            case "approve-return", "receive-return" -> {
                boolean exchanges = false;
                for (Return returned : order.books().returns()) {
                    for (Return.Replacement replacement : returned.replacement()) {
                        skus.add(replacement.sku());
                        exchanges = true;
                    }
                }
                yield exchanges || policy.onReturn() == ReversalPolicy.REQUALIFY;
            }
            default -> false;
        };
    }

    private static boolean isModifying(Payload payload, Set<String> skus) {
        if (payload.get("lines") instanceof List<?> lines) {
            lines.forEach(line -> addSku(line, skus));
        }
        return ModifyOperation.isPricing(payload);
    }

    private static void addSku(Object line, Set<String> skus) {
        if (line instanceof Payload payload && payload.get("sku") instanceof String sku) {
            skus.add(sku);
        }
    }
}
