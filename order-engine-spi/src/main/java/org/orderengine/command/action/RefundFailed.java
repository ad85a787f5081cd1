package org.orderengine.command.action;

import org.orderengine.model.Money;

/** The action {@code refund-failed}: a refund came back to the shop and is owed again; booked in every state, the same reference once. For one thread. */
public final class RefundFailed extends ActionBuilder<RefundFailed> {

    private RefundFailed(String orderId) {
        super(orderId, "refund-failed");
    }

    /** The action on an order, to be completed. */
    public static RefundFailed on(String orderId) {
        return new RefundFailed(orderId);
    }

    /** Which payment; without it the only one that it can mean. */
    public RefundFailed payment(String text) {
        return set("payment", text);
    }

    /** How much came back. */
    public RefundFailed amount(Money money) {
        return set("amount", money);
    }

    /** The provider's name of it; the same one twice is one. */
    public RefundFailed reference(String text) {
        return set("reference", text);
    }
}
