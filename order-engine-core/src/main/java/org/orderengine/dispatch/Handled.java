package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;

/** The result of a command. */
public sealed interface Handled {

    /**
     * It was taken.
     *
     * @param order the order as it stands now
     * @param declined why a service said no to what the command led to, if one did
     * @param deferred whether it was kept until the order comes to rest
     */
    record Taken(Order order, @Nullable Problem declined, boolean deferred) implements Handled {}

    /**
     * It had nothing to change, and nothing was committed.
     *
     * @param order the order as it stands
     */
    record Unchanged(Order order) implements Handled {}

    /**
     * It was refused, and nothing changed.
     *
     * @param problem why
     * @param order the order as it stands; null where there is none
     */
    record Refused(Problem problem, @Nullable Order order) implements Handled {}
}
