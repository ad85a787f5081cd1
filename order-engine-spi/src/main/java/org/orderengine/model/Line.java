package org.orderengine.model;

import java.util.ArrayList;
import java.util.List;
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
 * @param reductions what was taken off the price of units after they were sold, earliest first
 * @param beforeWeighing what the units were worth before they were weighed, as far as they were not cancelled; null where they were not
 *     weighed
 */
public record Line(
        String id,
        Item item,
        Units units,
        ReversalBasis basis,
        Map<String, String> attributes,
        List<PriceReduction> reductions,
        @Nullable ReversalBasis beforeWeighing) {

    /** How many reductions a line keeps. */
    public static final int MAX_REDUCTIONS = 100;

    public Line {
        attributes = Annotations.sorted(attributes);
        reductions = List.copyOf(reductions);
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

    /** A line whose price was not reduced. */
    public Line(String id, Item item, Units units, ReversalBasis basis, Map<String, String> attributes) {
        this(id, item, units, basis, attributes, List.of());
    }

    /** A line that was not weighed. */
    public Line(
            String id,
            Item item,
            Units units,
            ReversalBasis basis,
            Map<String, String> attributes,
            List<PriceReduction> reductions) {
        this(id, item, units, basis, attributes, reductions, null);
    }

    /** A line without attributes. */
    public Line(String id, Item item, Units units, ReversalBasis basis) {
        this(id, item, units, basis, Map.of());
    }

    /** This line with its units elsewhere; the basis follows the units that went. */
    public Line withUnits(Units moved) {
        long went = moved.gone() - units.gone();
        return new Line(id, item, moved, basis.without(went), attributes, reductions, withoutAgreed(went));
    }

    /** This line priced anew, with the units that it then has. Its reductions stay, at most at what the units then cost. */
    public Line priced(Item newItem, Units newUnits, ReversalBasis newBasis) {
        long from = Math.max(units.gone(), newUnits.gone());
        return priced(
                newItem,
                newUnits,
                newBasis,
                reductions.isEmpty() ? reductions : Reductions.left(basis, units.gone(), reductions, from));
    }

    /** This line priced anew, with these reductions, at most at what the units then cost. */
    public Line priced(Item newItem, Units newUnits, ReversalBasis newBasis, List<PriceReduction> newReductions) {
        List<PriceReduction> stay =
                newReductions.isEmpty() ? newReductions : Reductions.within(newBasis, newUnits.gone(), newReductions);
        boolean stays = beforeWeighing != null && newBasis.remainingUnits() == basis.remainingUnits();
        ReversalBasis agreed = stays ? newBasis.withoutDiscount(Adjustment.WEIGHED_OVER) : null;
        return new Line(id, newItem, newUnits, newBasis, attributes, stay, agreed);
    }

    private @Nullable ReversalBasis withoutAgreed(long went) {
        if (beforeWeighing == null) {
            return null;
        }
        long possible = Math.max(-beforeWeighing.gone(), Math.min(went, beforeWeighing.remainingUnits()));
        return beforeWeighing.without(possible);
    }

    /** This line after its goods were weighed. Its reductions stay, at most at what the units then cost. */
    public Line weighed(Units newUnits, ReversalBasis newBasis) {
        List<PriceReduction> stay = priced(item, newUnits, newBasis).reductions();
        return new Line(id, item, newUnits, newBasis, attributes, stay, agreed());
    }

    /** What its units are worth as they were agreed: before they were weighed, where they were. */
    public ReversalBasis agreed() {
        return beforeWeighing == null ? basis.part(basis.gone(), basis.remainingUnits()) : beforeWeighing;
    }

    /** Whether it is of measured goods that were not weighed and of which something is still to leave. */
    public boolean isToBeWeighed() {
        return item.measure() != null && beforeWeighing == null && units.shipped() == 0 && units.unshipped() > 0;
    }

    /** This line with one more reduction of its price. */
    public Line reduced(PriceReduction reduction) {
        List<PriceReduction> more = new ArrayList<>(reductions);
        more.add(reduction);
        return withReductions(more);
    }

    /** This line with other reductions. */
    public Line withReductions(List<PriceReduction> newReductions) {
        return new Line(id, item, units, basis, attributes, newReductions, beforeWeighing);
    }

    /** What is left of its reductions, for the units that the order stands for. */
    public List<PriceReduction> reductionsLeft() {
        return reductions.isEmpty() ? reductions : Reductions.left(basis, units.gone(), reductions, units.gone());
    }

    /** Each discount of the units that the order stands for; what reduced their price stands last. */
    public List<Adjustment> discounts() {
        List<Adjustment> discounts = basis.remainingDiscounts();
        return with(discounts, reductionsLeft(), List.of());
    }

    /** Each tax of the units that the order stands for. */
    public List<TaxShare> taxes() {
        return less(basis.remainingTaxes(), reductionsLeft(), List.of());
    }

    /**
     * The worth of some of the units by themselves, at their reduced price.
     *
     * @param before how many units of the basis went before them
     * @param quantity how many they are
     */
    public ReversalBasis part(long before, long quantity) {
        ReversalBasis part = basis.part(before, quantity);
        if (reductions.isEmpty()) {
            return part;
        }
        long first = units.gone() - basis.gone() + before;
        List<PriceReduction> from = Reductions.left(basis, units.gone(), reductions, first);
        List<PriceReduction> after = Reductions.left(basis, units.gone(), reductions, first + quantity);
        return new ReversalBasis(
                part.units(),
                0,
                part.price(),
                with(part.discounts(), from, after),
                less(part.taxes(), from, after),
                part.points(),
                part.isMeasured());
    }

    private static List<Adjustment> with(
            List<Adjustment> discounts, List<PriceReduction> from, List<PriceReduction> after) {
        List<Adjustment> all = new ArrayList<>(discounts);
        long sum = sum(from) - sum(after);
        if (sum > 0) {
            all.add(new Adjustment(
                    PriceReduction.SOURCE, new Money(from.get(0).discount().currency(), sum)));
        }
        return all;
    }

    private static List<TaxShare> less(List<TaxShare> taxes, List<PriceReduction> from, List<PriceReduction> after) {
        List<TaxShare> less = new ArrayList<>(taxes.size());
        for (TaxShare tax : taxes) {
            long off = taken(tax, from) - taken(tax, after);
            less.add(
                    off == 0
                            ? tax
                            : new TaxShare(
                                    tax.category(),
                                    tax.rate(),
                                    tax.amount().minus(new Money(tax.amount().currency(), off))));
        }
        return less;
    }

    private static long taken(TaxShare tax, List<PriceReduction> reductions) {
        long sum = 0;
        for (PriceReduction reduction : reductions) {
            for (TaxShare off : reduction.taxes()) {
                boolean same =
                        off.category().equals(tax.category()) && off.rate().compareTo(tax.rate()) == 0;
                sum += same ? off.amount().minorUnits() : 0;
            }
        }
        return sum;
    }

    private static long sum(List<PriceReduction> reductions) {
        long sum = 0;
        for (PriceReduction reduction : reductions) {
            sum += reduction.discount().minorUnits();
        }
        return sum;
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
        return reductions.isEmpty()
                ? basis.discount()
                : basis.discount().plus(new Money(basis.price().currency(), sum(reductionsLeft())));
    }

    /** The taxes of the units that the order stands for. */
    public Money tax() {
        if (reductions.isEmpty()) {
            return basis.tax();
        }
        long off = 0;
        for (PriceReduction reduction : reductionsLeft()) {
            for (TaxShare tax : reduction.taxes()) {
                off += tax.amount().minorUnits();
            }
        }
        return basis.tax().minus(new Money(basis.price().currency(), off));
    }

    /** What the buyer pays for the units that the order stands for, tax included. */
    public Money total(boolean pricesIncludeTax) {
        Money net = subtotal().minus(discount());
        return pricesIncludeTax ? net : net.plus(tax());
    }
}
