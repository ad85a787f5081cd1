package org.orderengine.command.action;

/** The action {@code decline-return}: a return is declined. For one thread. */
public final class DeclineReturn extends ActionBuilder<DeclineReturn> {

    private DeclineReturn(String orderId) {
        super(orderId, "decline-return");
    }

    /** The action on an order, to be completed. */
    public static DeclineReturn on(String orderId) {
        return new DeclineReturn(orderId);
    }

    /** Which return; without it the only one that it can mean. */
    public DeclineReturn returned(String text) {
        return set("return", text);
    }

    /** Why, for the history. */
    public DeclineReturn reason(String text) {
        return set("reason", text);
    }
}
