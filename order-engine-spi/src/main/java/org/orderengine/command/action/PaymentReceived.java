package org.orderengine.command.action;

import org.orderengine.model.Money;

/** The action {@code payment-received}: money arrived by the provider's notification; booked in every state, once per reference. For one thread. */
public final class PaymentReceived extends ActionBuilder<PaymentReceived> {

    private PaymentReceived(String orderId) {
        super(orderId, "payment-received");
    }

    /** The action on an order, to be completed. */
    public static PaymentReceived on(String orderId) {
        return new PaymentReceived(orderId);
    }

    /** The payment it is for, or what a new one is to be called. */
    public PaymentReceived payment(String text) {
        return set("payment", text);
    }

    /** How it came; without it transfer. */
    public PaymentReceived method(String text) {
        return set("method", text);
    }

    /** How much arrived; without it all that is outstanding. */
    public PaymentReceived amount(Money money) {
        return set("amount", money);
    }

    /** The provider's name of it. */
    public PaymentReceived reference(String text) {
        return set("reference", text);
    }
}
