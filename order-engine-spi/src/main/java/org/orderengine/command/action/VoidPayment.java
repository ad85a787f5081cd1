package org.orderengine.command.action;

import org.orderengine.model.Money;

/** The action {@code void}: what was authorized is voided. For one thread. */
public final class VoidPayment extends ActionBuilder<VoidPayment> {

    private VoidPayment(String orderId) {
        super(orderId, "void");
    }

    /** The action on an order, to be completed. */
    public static VoidPayment on(String orderId) {
        return new VoidPayment(orderId);
    }

    /** Which payment; without it the first with money authorized. */
    public VoidPayment payment(String text) {
        return set("payment", text);
    }

    /** Ignored: the payment keeps its method. */
    public VoidPayment method(String text) {
        return set("method", text);
    }

    /** How much of it; without it all that is authorized. */
    public VoidPayment amount(Money money) {
        return set("amount", money);
    }
}
