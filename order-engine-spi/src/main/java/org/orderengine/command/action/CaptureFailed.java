package org.orderengine.command.action;

import org.orderengine.model.Money;

/** The action {@code capture-failed}: the provider takes back a capture that it had accepted; booked in every state, the same reference once. For one thread. */
public final class CaptureFailed extends ActionBuilder<CaptureFailed> {

    private CaptureFailed(String orderId) {
        super(orderId, "capture-failed");
    }

    /** The action on an order, to be completed. */
    public static CaptureFailed on(String orderId) {
        return new CaptureFailed(orderId);
    }

    /** Which payment; without it the only one that it can mean. */
    public CaptureFailed payment(String text) {
        return set("payment", text);
    }

    /** How much was taken back. */
    public CaptureFailed amount(Money money) {
        return set("amount", money);
    }

    /** The provider's name of it; the same one twice is one. */
    public CaptureFailed reference(String text) {
        return set("reference", text);
    }
}
