package org.orderengine.model;

/**
 * A line of an order: what it sells, where its units are, and what they are worth.
 *
 * @param id the line's id within its order
 * @param item what it sells
 * @param units where its units are
 * @param basis what its units are worth
 */
public record Line(String id, Item item, Units units, ReversalBasis basis) {

    public Line {
        Checks.requireText(id, "line");
        if (basis.remainingUnits() != units.ordered() - units.gone()) {
            throw Checks.refused("line " + id + " stands for " + (units.ordered() - units.gone()) + " units and prices "
                    + basis.remainingUnits());
        }
    }

    /** This line with its units elsewhere; the basis follows the units that went. */
    public Line withUnits(Units moved) {
        return new Line(id, item, moved, basis.without(moved.gone() - units.gone()));
    }

    /** The price of the units that the order stands for, before discount. */
    public Money subtotal() {
        return basis.subtotal();
    }

    /** The discounts of the units that the order stands for. */
    public Money discount() {
        return basis.discount();
    }

    /** The taxes of the units that the order stands for. */
    public Money tax() {
        return basis.tax();
    }

    /** What the buyer pays for the units that the order stands for, tax included. */
    public Money total(boolean pricesIncludeTax) {
        Money net = subtotal().minus(discount());
        return pricesIncludeTax ? net : net.plus(tax());
    }
}
