package org.orderengine.command.action;

import java.time.Duration;
import java.time.Instant;

/** The action {@code extend}: a running timer gets more time; taken wherever a timer runs, whether the definition names it or not. For one thread. */
public final class Extend extends ActionBuilder<Extend> {

    private Extend(String orderId) {
        super(orderId, "extend");
    }

    /** The action on an order, to be completed. */
    public static Extend on(String orderId) {
        return new Extend(orderId);
    }

    /** Which timer; without it the only one that runs. */
    public Extend timer(String text) {
        return set("timer", text);
    }

    /** How much longer; either this or until. */
    public Extend by(Duration longer) {
        return set("by", longer.toString());
    }

    /** Until when; either this or by. */
    public Extend until(Instant when) {
        return set("until", when.toString());
    }
}
