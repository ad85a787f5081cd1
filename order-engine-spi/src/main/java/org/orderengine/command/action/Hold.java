package org.orderengine.command.action;

/** The action {@code hold}: the order pauses. For one thread. */
public final class Hold extends ActionBuilder<Hold> {

    private Hold(String orderId) {
        super(orderId, "hold");
    }

    /** The action on an order, to be completed. */
    public static Hold on(String orderId) {
        return new Hold(orderId);
    }
}
