package org.orderengine.command.action;

import java.math.BigDecimal;
import org.orderengine.model.Money;

/** The action {@code refund}: money is given back out of goodwill, or because a line's price is reduced. For one thread. */
public final class Refund extends ActionBuilder<Refund> {

    private Refund(String orderId) {
        super(orderId, "refund");
    }

    /** The action on an order, to be completed. */
    public static Refund on(String orderId) {
        return new Refund(orderId);
    }

    /** How much to give back. */
    public Refund amount(Money money) {
        return set("amount", money);
    }

    /** Which payment; without it those that brought money. */
    public Refund payment(String text) {
        return set("payment", text);
    }

    /** The line whose price is reduced; without it goodwill for the order. */
    public Refund line(String id) {
        return set("line", id);
    }

    /** How many of the line's units are reduced, those that go next; without it all that the order stands for. */
    public Refund quantity(long units) {
        return set("quantity", units);
    }

    /** How much of a measured line is reduced. */
    public Refund quantity(BigDecimal amount) {
        return set("quantity", amount);
    }

    /** Why, for the history. */
    public Refund reason(String text) {
        return set("reason", text);
    }
}
