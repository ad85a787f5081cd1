package org.orderengine.command.action;

import org.orderengine.model.Money;

/** The action {@code pay}: a payment is authorized and captured. For one thread. */
public final class Pay extends ActionBuilder<Pay> {

    private Pay(String orderId) {
        super(orderId, "pay");
    }

    /** The action on an order, to be completed. */
    public static Pay on(String orderId) {
        return new Pay(orderId);
    }

    /** What the new payment is to be called. */
    public Pay payment(String text) {
        return set("payment", text);
    }

    /** How the buyer pays, in the gateway's words; without it card. */
    public Pay method(String text) {
        return set("method", text);
    }

    /** The code that the buyer pays with, as of a gift card. */
    public Pay code(String text) {
        return set("code", text);
    }

    /** How much; without it all that is outstanding. */
    public Pay amount(Money money) {
        return set("amount", money);
    }
}
