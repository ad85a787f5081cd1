package org.orderengine.model;

import java.time.Duration;

/**
 * A timer that stands still while its order is on hold: what it had left when its state was left, for when the order comes
 * back to it.
 *
 * @param name the timer's name, as the process definition gives it
 * @param state the state that started it
 * @param remaining what it has left, never less than zero
 */
public record FrozenTimer(String name, String state, Duration remaining) {

    public FrozenTimer {
        Checks.requireText(name, "timer");
        Checks.requireText(state, "state of timer", name);
        if (remaining.isNegative()) {
            throw Checks.refused("timer " + name + " has " + remaining + " left");
        }
    }

    /** Whether it is the timer of that key. Only timers of the order's own machine stand still. */
    public boolean isOf(TimerKey key) {
        return key.child() == null && key.name().equals(name);
    }
}
