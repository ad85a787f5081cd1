package org.orderengine.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A timer that runs while an order, or one of its payments, shipments or returns, is in a state.
 *
 * @param key the timer's name, and the machine that has it
 * @param state the state that started it and whose end stops it; that of a child is called as {@link ChildRef#nameOf} says
 * @param due when it fires
 * @param epoch the revision that started it: tells a late firing of an earlier visit from this one (F7)
 */
public record Timer(TimerKey key, String state, Instant due, long epoch) {

    public Timer {
        Checks.requireText(state, "state of timer", key.name());
    }

    /** A timer whose key is given as text. */
    public Timer(String name, String state, Instant due, long epoch) {
        this(TimerKey.parse(name), state, due, epoch);
    }

    /** A timer of a payment, shipment or return, which a state of its machine starts. */
    public static Timer ofChild(ChildRef child, String name, String state, Instant due, long epoch) {
        return new Timer(new TimerKey(child, name), child.nameOf(state), due, epoch);
    }

    /** The key as text: for a timer of the order's own machine the name that the process definition gives it. */
    public String name() {
        return key.toString();
    }

    /** Whether it belongs to a payment, shipment or return. */
    public boolean isOfChild() {
        return key.child() != null;
    }

    /** Whether a state of the order's own machine, or of that of a child, started it. */
    public boolean isOf(@Nullable ChildRef child, String holder) {
        return Objects.equals(key.child(), child) && state.equals(child == null ? holder : child.nameOf(holder));
    }

    /** This timer when it fires at another time. */
    public Timer dueAt(Instant newDue) {
        return new Timer(key, state, newDue, epoch);
    }
}
