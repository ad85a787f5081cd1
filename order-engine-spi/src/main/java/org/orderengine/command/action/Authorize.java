package org.orderengine.command.action;

import org.orderengine.model.Money;

/** The action {@code authorize}: a payment is authorized only. For one thread. */
public final class Authorize extends ActionBuilder<Authorize> {

    private Authorize(String orderId) {
        super(orderId, "authorize");
    }

    /** The action on an order, to be completed. */
    public static Authorize on(String orderId) {
        return new Authorize(orderId);
    }

    /** What the new payment is to be called. */
    public Authorize payment(String text) {
        return set("payment", text);
    }

    /** How the buyer pays, in the gateway's words; without it card. */
    public Authorize method(String text) {
        return set("method", text);
    }

    /** The code that the buyer pays with, as of a gift card. */
    public Authorize code(String text) {
        return set("code", text);
    }

    /** How much; without it all that is outstanding. */
    public Authorize amount(Money money) {
        return set("amount", money);
    }

    /** How much more, for measured goods that are still to be weighed; without it what the shop's policy says. */
    public Authorize margin(Money money) {
        return set("margin", money);
    }
}
