package org.orderengine.command.action;

import org.orderengine.model.Money;

/** The action {@code refund-received}: the provider gave money back by itself; booked in every state, the same reference once. For one thread. */
public final class RefundReceived extends ActionBuilder<RefundReceived> {

    private RefundReceived(String orderId) {
        super(orderId, "refund-received");
    }

    /** The action on an order, to be completed. */
    public static RefundReceived on(String orderId) {
        return new RefundReceived(orderId);
    }

    /** Which payment; without it the only one that it can mean. */
    public RefundReceived payment(String text) {
        return set("payment", text);
    }

    /** How much was given back. */
    public RefundReceived amount(Money money) {
        return set("amount", money);
    }

    /** The provider's name of it; the same one twice is one. */
    public RefundReceived reference(String text) {
        return set("reference", text);
    }
}
