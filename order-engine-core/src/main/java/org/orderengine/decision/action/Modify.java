package org.orderengine.decision.action;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.effect.PriceEntry;
import org.orderengine.model.Order;
import org.orderengine.pricing.quote.Change;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;

/** Lines, coupons, delivery or addresses change, and the order is priced anew. */
final class Modify implements BuiltInAction {

    private final ActionDescription description = ActionDescription.of(
            "modify",
            "lines, coupons or delivery change, and the order is priced anew",
            Modification.KEYS.toArray(PayloadKey[]::new));

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public Optional<PricingNeeds> facts(Order order, PayloadReader payload, DecisionPolicy policy) {
        return Modification.facts(order, payload);
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        Change change = Modification.isPricing(draft.order(), payload) ? Modification.change(draft, payload) : null;
        Modification.move(draft, payload);
        if (change != null) {
            PriceEntry.change(draft, change);
        }
        return null;
    }

    @Override
    public boolean isPossible(Order order) {
        return true;
    }
}
