package org.orderengine.command.action;

import org.orderengine.model.Money;

/** The action {@code chargeback}: the provider took money back on the buyer's word; booked in every state, the same reference once. For one thread. */
public final class Chargeback extends ActionBuilder<Chargeback> {

    private Chargeback(String orderId) {
        super(orderId, "chargeback");
    }

    /** The action on an order, to be completed. */
    public static Chargeback on(String orderId) {
        return new Chargeback(orderId);
    }

    /** Which payment; without it the only one that brought money. */
    public Chargeback payment(String text) {
        return set("payment", text);
    }

    /** How much was taken back; without it all of the payment. */
    public Chargeback amount(Money money) {
        return set("amount", money);
    }

    /** The provider's name of it. */
    public Chargeback reference(String text) {
        return set("reference", text);
    }
}
