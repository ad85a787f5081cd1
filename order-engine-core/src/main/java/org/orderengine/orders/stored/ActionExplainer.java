package org.orderengine.orders.stored;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.model.Order;
import org.orderengine.model.Phase;
import org.orderengine.model.Problem;

/** Explains which actions an order would take, and why not. Safe for any number of threads. */
public interface ActionExplainer {

    /** The problem with the input of an action; null if there is none. */
    @Nullable
    Problem problem(Action action);

    /** The phase that an order is in; null where its process says nothing of it, or is not there. */
    @Nullable
    Phase phase(Order order);

    /** The actions that would be taken at an instant; sorted. */
    List<String> allowed(Order order, Instant now);

    /** What would be decided at an instant on each action of the order's process without payload; by name. */
    List<ActionExplanation> explainAll(Order order, Instant now);

    /**
     * What would be decided on an action at an instant, and why.
     *
     * @param order the order as it stands; null if there is none
     */
    ActionExplanation explain(@Nullable Order order, Action action, Instant now);
}
