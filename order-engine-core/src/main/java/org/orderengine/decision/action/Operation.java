package org.orderengine.decision.action;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.RefusedException;
import org.orderengine.model.Order;

/**
 * The entries that a built-in action makes in the order's books. Pure: it works on the draft, and refuses by {@link
 * RefusedException}.
 */
public interface Operation {

    /**
     * Does the action's entries.
     *
     * @return the payment, shipment or return that it was about, for the history
     */
    @Nullable
    String apply(Draft draft, PayloadReader payload);

    /** Whether the books have room for it at all, whatever its payload. */
    boolean isPossible(Order order);
}
