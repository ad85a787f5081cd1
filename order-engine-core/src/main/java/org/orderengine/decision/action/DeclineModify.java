package org.orderengine.decision.action;

import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.effect.Proposals;
import org.orderengine.model.Order;
import org.orderengine.model.ProposedChange;
import org.orderengine.process.vocabulary.ActionDescription;

/** The change that waits is dropped; the reason stands in the history. */
final class DeclineModify implements BuiltInAction {

    private final ActionDescription description = ActionDescription.of(
            "decline-modify", "the change that waits is dropped", ConfirmModify.PROPOSAL, ActionDescription.REASON);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        ProposedChange proposed = Proposals.waiting(draft, payload.text(ConfirmModify.PROPOSAL));
        Proposals.drop(draft);
        return proposed.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return order.flow().proposal() != null;
    }
}
