package org.orderengine.model;

import java.util.Currency;
import java.util.List;

/**
 * The goods of an order: its lines, and their delivery.
 *
 * @param pricesIncludeTax whether prices and discounts contain the tax, or it comes on top
 * @param lines the lines, in the order in which they were added, at least one
 * @param shipping the delivery
 */
public record Goods(boolean pricesIncludeTax, List<Line> lines, Shipping shipping) {

    public Goods {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw Checks.refused("an order has no lines");
        }
        Parts.requireDistinct(lines, Line::id, "line");
    }

    /** These goods with other lines. */
    public Goods withLines(List<Line> newLines) {
        return new Goods(pricesIncludeTax, newLines, shipping);
    }

    /** These goods with another delivery. */
    public Goods withShipping(Shipping newShipping) {
        return new Goods(pricesIncludeTax, lines, newShipping);
    }

    void requireCurrency(Currency currency) {
        Parts.requireCurrency(currency, shipping.price());
        for (Line line : lines) {
            Parts.requireCurrency(currency, line.basis().price());
        }
    }
}
