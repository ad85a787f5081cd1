package org.orderengine.command.action;

/** The action {@code confirm-modify}: the change that waits is made. For one thread. */
public final class ConfirmModify extends ActionBuilder<ConfirmModify> {

    private ConfirmModify(String orderId) {
        super(orderId, "confirm-modify");
    }

    /** The action on an order, to be completed. */
    public static ConfirmModify on(String orderId) {
        return new ConfirmModify(orderId);
    }

    /** Which change; without it the one that waits. */
    public ConfirmModify proposal(String text) {
        return set("proposal", text);
    }
}
