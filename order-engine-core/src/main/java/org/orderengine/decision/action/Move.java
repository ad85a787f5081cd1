package org.orderengine.decision.action;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.Order;
import org.orderengine.process.vocabulary.ActionDescription;

/** An action that only moves the order. The process says where it leads, and the books stay as they are. */
record Move(ActionDescription description) implements BuiltInAction {

    Move(String name, String meaning) {
        this(ActionDescription.of(name, meaning + "; moves the order only"));
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        return null;
    }

    @Override
    public boolean isPossible(Order order) {
        return true;
    }
}
