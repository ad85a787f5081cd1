package org.orderengine.decision.action;

import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Order;

/** A step of the machine of a payment, shipment or return that enters nothing else into the books. */
record PartStep(ChildKind kind, String action) implements Operation {

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        String id = Children.chosen(draft, kind, action, payload);
        Children.act(draft, kind, id, action);
        return id;
    }

    /** The machine says whether one of them takes it. */
    @Override
    public boolean isPossible(Order order) {
        return true;
    }
}
