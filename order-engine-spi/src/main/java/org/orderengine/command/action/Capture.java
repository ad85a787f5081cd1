package org.orderengine.command.action;

import org.orderengine.model.Money;

/** The action {@code capture}: what was authorized is captured. For one thread. */
public final class Capture extends ActionBuilder<Capture> {

    private Capture(String orderId) {
        super(orderId, "capture");
    }

    /** The action on an order, to be completed. */
    public static Capture on(String orderId) {
        return new Capture(orderId);
    }

    /** Which payment; without it the first with money authorized. */
    public Capture payment(String text) {
        return set("payment", text);
    }

    /** Ignored: the payment keeps its method. */
    public Capture method(String text) {
        return set("method", text);
    }

    /** How much of it; without it what is authorized and still owed. */
    public Capture amount(Money money) {
        return set("amount", money);
    }
}
