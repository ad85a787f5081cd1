package org.orderengine.command.action;

import org.orderengine.model.Money;

/** The action {@code chargeback-reversed}: a dispute was won; booked in every state, the same reference once. For one thread. */
public final class ChargebackReversed extends ActionBuilder<ChargebackReversed> {

    private ChargebackReversed(String orderId) {
        super(orderId, "chargeback-reversed");
    }

    /** The action on an order, to be completed. */
    public static ChargebackReversed on(String orderId) {
        return new ChargebackReversed(orderId);
    }

    /** Which payment; without it the only one that it can mean. */
    public ChargebackReversed payment(String text) {
        return set("payment", text);
    }

    /** How much came back. */
    public ChargebackReversed amount(Money money) {
        return set("amount", money);
    }

    /** The provider's name of it; the same one twice is one. */
    public ChargebackReversed reference(String text) {
        return set("reference", text);
    }
}
