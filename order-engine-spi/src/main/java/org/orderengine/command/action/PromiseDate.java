package org.orderengine.command.action;

import java.time.Instant;

/**
 * The action {@code promise-date}: the order is promised for another date, and timers by the rule {@code promised} follow; taken in every state,
 * and named by no definition. For one thread.
 */
public final class PromiseDate extends ActionBuilder<PromiseDate> {

    private PromiseDate(String orderId) {
        super(orderId, "promise-date");
    }

    /** The action on an order, to be completed. */
    public static PromiseDate on(String orderId) {
        return new PromiseDate(orderId);
    }

    /** The new date. */
    public PromiseDate at(Instant date) {
        return set("at", date.toString());
    }

    /** Promises the order for no date any more. */
    public PromiseDate withoutDate() {
        return set("at", null);
    }
}
