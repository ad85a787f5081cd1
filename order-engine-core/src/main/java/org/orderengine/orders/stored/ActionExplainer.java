package org.orderengine.orders.stored;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;

/** Says what could be done with an order, and why not. Safe for any number of threads. */
public interface ActionExplainer {

    /** What is wrong with what an action says; null if nothing is. */
    @Nullable
    Problem problem(Action action);

    /** The actions that would be taken at an instant; sorted. */
    List<String> allowed(Order order, Instant now);

    /**
     * What would be decided on an action at an instant, and why.
     *
     * @param order the order as it stands; null if there is none
     */
    ActionExplanation explain(@Nullable Order order, Action action, Instant now);
}
