package org.orderengine.command.action;

import java.math.BigDecimal;
import org.orderengine.model.Money;

/** The action {@code substitute}: another article takes the place of units that have not left. For one thread. */
public final class Substitute extends ActionBuilder<Substitute> {

    private Substitute(String orderId) {
        super(orderId, "substitute");
    }

    /** The action on an order, to be completed. */
    public static Substitute on(String orderId) {
        return new Substitute(orderId);
    }

    /** The line whose units are replaced. */
    public Substitute line(String text) {
        return set("line", text);
    }

    /** Which product comes instead. */
    public Substitute sku(String text) {
        return set("sku", text);
    }

    /** How many units of it; as many of the line are taken off. Without it as much as has not left. */
    public Substitute quantity(long units) {
        return set("quantity", units);
    }

    /** How much of it, of goods that are measured; as much of the line is taken off. */
    public Substitute quantity(BigDecimal quantity) {
        return set("quantity", quantity);
    }

    /** What a unit of it costs by agreement; without it what the catalog says, at most what the replaced units cost. */
    public Substitute price(Money money) {
        return set("price", money);
    }
}
