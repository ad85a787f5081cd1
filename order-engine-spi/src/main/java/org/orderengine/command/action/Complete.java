package org.orderengine.command.action;

/** The action {@code complete}: the order comes to its end. For one thread. */
public final class Complete extends ActionBuilder<Complete> {

    private Complete(String orderId) {
        super(orderId, "complete");
    }

    /** The action on an order, to be completed. */
    public static Complete on(String orderId) {
        return new Complete(orderId);
    }
}
