package org.orderengine.model;

import java.time.Instant;

/**
 * A timer that runs while an order is in a state.
 *
 * @param name the timer's name, as the process definition gives it
 * @param state the state that started it and whose end stops it
 * @param due when it fires
 * @param epoch the revision that started it: tells a late firing of an earlier visit from this one (F7)
 */
public record Timer(String name, String state, Instant due, long epoch) {

    public Timer {
        Checks.requireText(name, "timer");
        Checks.requireText(state, "state of timer", name);
    }

    /** Whether it belongs to a payment, shipment or return: its name is then that of its kind, its id and the timer's own. */
    public boolean isOfChild() {
        return name.indexOf(' ') >= 0;
    }
}
