package org.orderengine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param beforeWeighing what the units were worth before they were weighed, as far as they were not cancelled; null where they were not
 *     weighed
 */
public record Line(
        String id,
        Item item,
        Units units,
        ReversalBasis basis,
        Map<String, String> attributes,
        @Nullable ReversalBasis beforeWeighing) {

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

    /** A line that was not weighed. */
    public Line(String id, Item item, Units units, ReversalBasis basis, Map<String, String> attributes) {
        this(id, item, units, basis, attributes, null);
    }

    /** A line without attributes. */
    public Line(String id, Item item, Units units, ReversalBasis basis) {
        this(id, item, units, basis, Map.of());
    }

    /** This line with its units elsewhere; the basis follows the units that went. */
    public Line withUnits(Units moved) {
        long went = moved.gone() - units.gone();
        return new Line(id, item, moved, basis.without(went), attributes, withoutAgreed(went));
    }

    private @Nullable ReversalBasis withoutAgreed(long went) {
        if (beforeWeighing == null) {
            return null;
        }
        long possible = Math.max(-beforeWeighing.gone(), Math.min(went, beforeWeighing.remainingUnits()));
        return beforeWeighing.without(possible);
    }

    /** This line priced anew, with the units that it then has. As long as these are as many as were weighed, it stays weighed. */
    public Line priced(Item newItem, Units newUnits, ReversalBasis newBasis) {
        boolean stays = beforeWeighing != null && newBasis.remainingUnits() == basis.remainingUnits();
        ReversalBasis agreed = stays ? newBasis.withoutDiscount(Adjustment.WEIGHED_OVER) : null;
        return new Line(id, newItem, newUnits, newBasis, attributes, agreed);
    }

    /** This line after its goods were weighed. */
    public Line weighed(Units newUnits, ReversalBasis newBasis) {
        return new Line(id, item, newUnits, newBasis, attributes, agreed());
    }

    /** What its units are worth as they were agreed: before they were weighed, where they were. */
    public ReversalBasis agreed() {
        return beforeWeighing == null ? basis.part(basis.gone(), basis.remainingUnits()) : beforeWeighing;
    }

    /** Whether it is of measured goods that were not weighed and of which something is still to leave. */
    public boolean isToBeWeighed() {
        return item.measure() != null && beforeWeighing == null && units.shipped() == 0 && units.unshipped() > 0;
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
