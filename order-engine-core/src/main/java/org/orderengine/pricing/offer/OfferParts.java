package org.orderengine.pricing.offer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;

/** The parts of offers: the amounts in them, and how many names they hold. */
public final class OfferParts {

    private OfferParts() {}

    /** Every amount that an offer speaks of. */
    public static List<Money> amounts(Offer offer) {
        List<Money> amounts = new ArrayList<>(2);
        add(amounts, offer.cap());
        add(amounts, offer.when().minSubtotal());
        addAmounts(amounts, offer.reduction());
        return amounts;
    }

    private static void addAmounts(List<Money> amounts, Offer.Reduction reduction) {
        if (reduction instanceof Offer.Amount amount) {
            amounts.add(amount.amount());
        } else if (reduction instanceof Offer.FixedPrice price) {
            amounts.add(price.price());
        } else if (reduction instanceof Deal.Bundle bundle) {
            amounts.add(bundle.price());
        } else if (reduction instanceof Deal.TierPrices tiers) {
            amounts.addAll(tiers.prices().values());
        } else if (reduction instanceof Deal.Steps steps) {
            for (Deal.Step step : steps.steps()) {
                add(amounts, step.subtotal());
                addAmounts(amounts, step.reduction());
            }
        }
    }

    private static void add(List<Money> amounts, @Nullable Money amount) {
        if (amount != null) {
            amounts.add(amount);
        }
    }

    /** How many products, categories, tiers, steps and parameters it names. */
    public static int names(Offer offer) {
        Condition when = offer.when();
        int names = when.skus().size()
                + when.categories().size()
                + when.tiers().size()
                + when.except().skus().size()
                + when.except().categories().size();
        if (offer.reduction() instanceof Deal.BuyGet buyGet) {
            return names + buyGet.skus().size() + buyGet.categories().size();
        } else if (offer.reduction() instanceof Deal.Bundle bundle) {
            return names + bundle.parts().size();
        } else if (offer.reduction() instanceof Deal.TierPrices tiers) {
            return names + tiers.prices().size();
        } else if (offer.reduction() instanceof Deal.Steps steps) {
            return names + steps.steps().size();
        } else if (offer.reduction() instanceof Deal.ByRule rule) {
            return names + rule.parameters().size();
        }
        return names;
    }
}
