package org.orderengine.decision.action;

import java.util.Optional;
import org.orderengine.command.Payload;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.effect.PriceEntry;
import org.orderengine.decision.effect.Proposals;
import org.orderengine.model.Books;
import org.orderengine.model.Order;
import org.orderengine.model.ProposedChange;
import org.orderengine.policy.ModifyPrices;
import org.orderengine.pricing.quote.Change;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;

/** The change that waits is made, at the prices of the shop's policy. */
final class ConfirmModify implements BuiltInAction {

    /** Which change is meant. */
    static final PayloadKey PROPOSAL =
            PayloadKey.text("proposal", "which change").orElse("the one that waits");

    private final ActionDescription description =
            ActionDescription.of("confirm-modify", "the change that waits is made", PROPOSAL);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public Optional<PricingNeeds> facts(Order order, PayloadReader payload, DecisionPolicy policy) {
        ProposedChange proposed = order.flow().proposal();
        return proposed == null || policy.reversal().prices() == ModifyPrices.AS_REQUESTED
                ? Optional.empty()
                : Modification.facts(order, change(order.books(), proposed));
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        ProposedChange proposed = Proposals.waiting(draft, payload.text(PROPOSAL));
        PayloadReader change = change(draft.books(), proposed);
        Proposals.drop(draft);
        boolean asRequested = draft.policy().reversal().prices() == ModifyPrices.AS_REQUESTED;
        boolean isPricing = Modification.isPricing(draft.order(), change);
        Change anew = isPricing && !asRequested ? Modification.change(draft, change) : null;
        Modification.move(draft, change);
        if (isPricing) {
            PriceEntry.change(
                    draft, anew == null ? Proposals.asRequested(draft, proposed) : PriceEntry.priced(draft, anew));
        }
        return proposed.id();
    }

    private static PayloadReader change(Books books, ProposedChange proposed) {
        return new PayloadReader(Payload.of(proposed.change()), books);
    }

    @Override
    public boolean isPossible(Order order) {
        return order.flow().proposal() != null;
    }
}
