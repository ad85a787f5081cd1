package org.orderengine.process.compiled;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;

/** What the guards of a process ask: an order as it would stand, at an instant. */
public interface Subject {

    /** The order as it would stand when the transition was taken. */
    Order order();

    /** The instant of the decision. */
    Instant now();

    /** The payment, shipment or return whose machine asks; null where the order's own does. */
    default @Nullable String child() {
        return null;
    }

    /** Told what a guard said, for those who want to know why. */
    default void answered(String guard, @Nullable String refusal) {}

    /** Whether this is a decision in the making, and not only asked to see what would be. */
    default boolean isDecision() {
        return false;
    }

    /** An order as it stands. */
    static Subject of(Order order, Instant now) {
        return new Standing(order, now);
    }

    /**
     * An order as it stands.
     *
     * @param order the order
     * @param now the instant
     */
    record Standing(Order order, Instant now) implements Subject {}
}
