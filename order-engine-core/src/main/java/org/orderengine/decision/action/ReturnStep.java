package org.orderengine.decision.action;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Order;
import org.orderengine.process.vocabulary.ActionDescription;

/** An action that moves a return only. Where the machine of returns does not name it, it moves the order only. */
record ReturnStep(ActionDescription description) implements BuiltInAction {

    ReturnStep(String name, String meaning) {
        this(ReturnChoice.describe(name, meaning, ActionDescription.REASON));
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        String name = description.name();
        return draft.process().childOf(name) == ChildKind.RETURN
                ? new PartStep(ChildKind.RETURN, name).apply(draft, payload)
                : null;
    }

    @Override
    public boolean isPossible(Order order) {
        return true;
    }
}
