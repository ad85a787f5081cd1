package org.orderengine.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.model.Order;

/** Says what an action would do. Safe for any number of threads. */
@FunctionalInterface
public interface ActionExplainer {

    /**
     * What the action would do at {@code now}.
     *
     * @param order the order as it stands; null where there is none of that id
     */
    ActionExplanation explain(@Nullable Order order, Action action, Instant now);
}
