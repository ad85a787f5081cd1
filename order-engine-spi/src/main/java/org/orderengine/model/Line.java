package org.orderengine.model;

import java.util.Map;

/**
 * A line of an order: an item, the places of its units, and what the units are worth.
 *
 * <p>The worth of each unit is frozen when the order is priced. When units go, their frozen shares of price, discount and tax
 * go with them, so a refund never depends on today's prices. Units and worth always agree: a line whose basis prices other
 * units than it stands for is an {@link IllegalArgumentException}.
 *
 * <pre>{@code
 * Line line = order.books().line("1");
 * line.units().unshipped();                                // units
 * line.total(order.books().pricesIncludeTax());            // what the buyer pays for the units left
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param id the line's id within its order
 * @param item the product, as it was when the order was placed
 * @param units where its units are
 * @param basis the worth of each unit that the order still stands for
 * @param attributes the host's own texts by name, sorted by name
 */
public record Line(String id, Item item, Units units, ReversalBasis basis, Map<String, String> attributes) {

    public Line {
        attributes = Annotations.sorted(attributes);
        Checks.requireText(id, "line");
        if (basis.remainingUnits() != units.ordered() - units.gone()) {
            throw Checks.refused("line " + id + " stands for " + (units.ordered() - units.gone()) + " units and prices "
                    + basis.remainingUnits());
        }
        if (basis.isMeasured() != (item.measure() != null)) {
            String goods = basis.isMeasured() ? "counted" : "measured";
            String worth = basis.isMeasured() ? "measured" : "counted";
            throw Checks.refused("line " + id + " is " + goods + " and its worth " + worth);
        }
    }

    /** A line without attributes. */
    public Line(String id, Item item, Units units, ReversalBasis basis) {
        this(id, item, units, basis, Map.of());
    }

    /** This line with its units elsewhere; the basis follows the units that went. */
    public Line withUnits(Units moved) {
        return new Line(id, item, moved, basis.without(moved.gone() - units.gone()), attributes);
    }

    /** This line priced anew, with the units that it then has. */
    public Line priced(Item newItem, Units newUnits, ReversalBasis newBasis) {
        return new Line(id, newItem, newUnits, newBasis, attributes);
    }

    /** How a number of its units is said: {@code 3 units}, {@code 0.500 kg}. */
    public String words(long quantity) {
        return Measure.words(item.measure(), quantity);
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
