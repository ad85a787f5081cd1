package org.orderengine.process.compiled;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;
import org.orderengine.spi.rule.GuardContext;

/** What the guards of a process ask: an order as it would stand, at an instant. */
public interface Subject {

    /** The order as it would stand when the transition was taken. */
    Order order();

    /** The instant of the decision. */
    Instant now();

    /** The order as the decision found it. */
    default Order before() {
        return order();
    }

    /** What the process is asked about. */
    default Question question() {
        return Question.NONE;
    }

    /** What guards see. */
    default GuardContext context() {
        Question asked = question();
        return new GuardContext(
                before(), order(), asked.action(), asked.payload(), asked.isPayloadKnown(), asked.by(), now());
    }

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
        return of(order, now, Question.NONE);
    }

    /** An order as it stands, asked about an action. */
    static Subject of(Order order, Instant now, Question question) {
        return new Standing(order, order, now, question);
    }

    /**
     * An order as it stands.
     *
     * @param before the order before the action
     * @param order the order
     * @param now the instant
     * @param question what is asked
     */
    record Standing(Order before, Order order, Instant now, Question question) implements Subject {}
}
