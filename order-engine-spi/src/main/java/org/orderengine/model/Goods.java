package org.orderengine.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * The goods of an order: its lines, their delivery, and the charges beside them.
 *
 * @param pricesIncludeTax whether prices and discounts contain the tax, or it comes on top
 * @param lines the lines, in the order in which they were added, at least one
 * @param shipping the delivery
 * @param charges the charges as they were priced, in the order in which they were added
 */
public record Goods(boolean pricesIncludeTax, List<Line> lines, Shipping shipping, List<Charge> charges) {

    public Goods {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
        if (lines.isEmpty()) {
            throw Checks.refused("an order has no lines");
        }
        Parts.requireDistinct(lines, Line::id, "line");
        Parts.requireDistinct(charges, Charge::id, "charge");
        for (Charge charge : charges) {
            String line = charge.terms().line();
            if (line != null && Parts.find(lines, Line::id, line) == null) {
                throw Checks.refused("charge " + charge.id() + " is for line " + line + ", which is not there");
            }
        }
    }

    /** Goods without charges. */
    public Goods(boolean pricesIncludeTax, List<Line> lines, Shipping shipping) {
        this(pricesIncludeTax, lines, shipping, List.of());
    }

    /** These goods with other lines. */
    public Goods withLines(List<Line> newLines) {
        return new Goods(pricesIncludeTax, newLines, shipping, charges);
    }

    /** These goods with another delivery. */
    public Goods withShipping(Shipping newShipping) {
        return new Goods(pricesIncludeTax, lines, newShipping, charges);
    }

    /** These goods with other charges. */
    public Goods withCharges(List<Charge> newCharges) {
        return new Goods(pricesIncludeTax, lines, shipping, newCharges);
    }

    /** Whether no unit is left. */
    public boolean isNothingLeft() {
        for (Line line : lines) {
            if (line.basis().remainingUnits() > 0) {
                return false;
            }
        }
        return true;
    }

    /** The charges as far as the order still pays them, one for each of {@link #charges}. */
    public List<Charge> chargesLeft() {
        if (charges.isEmpty()) {
            return charges;
        }
        boolean isNothingLeft = isNothingLeft();
        List<Charge> left = new ArrayList<>(charges.size());
        for (Charge charge : charges) {
            left.add(charge.left(ChargeRest.of(charge.terms(), charge.goneBefore(), lines, isNothingLeft)));
        }
        return left;
    }

    /** What is gone now of the goods that a charge of these terms would go by, for {@link Charge#goneBefore}. */
    public BigDecimal goneFor(ChargeTerms terms) {
        return ChargeRest.of(terms, BigDecimal.ZERO, lines, false).gone();
    }

    void requireCurrency(Currency currency) {
        Parts.requireCurrency(currency, shipping.price());
        for (Line line : lines) {
            Parts.requireCurrency(currency, line.basis().price());
        }
        for (Charge charge : charges) {
            Parts.requireCurrency(currency, charge.price());
        }
    }
}
