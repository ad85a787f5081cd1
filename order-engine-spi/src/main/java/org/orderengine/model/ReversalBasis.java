package org.orderengine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The worth of the units of a line, frozen when the line was priced. Every unit's share of price, discounts, taxes and
 * points follows from it by {@link UnitShares}, so that taking units back in any steps sums to taking them at once (A6).
 *
 * @param units how many units the amounts cover
 * @param gone how many of them the order no longer stands for
 * @param price the price of all units before any discount
 * @param discounts what each offer takes off all units
 * @param taxes each tax on all units
 * @param points the points that were spent on all units
 */
public record ReversalBasis(
        long units, long gone, Money price, List<Adjustment> discounts, List<TaxShare> taxes, long points) {

    public ReversalBasis {
        Checks.requirePositive(units, "units of a line");
        if (gone < 0 || gone > units) {
            throw Checks.refused(gone + " units are gone of " + units);
        }
        Checks.requireNotNegative(price, "price of a line");
        Checks.requireNotNegative(points, "points spent on a line");
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
        long discounted = 0;
        for (Adjustment discount : discounts) {
            discounted = Math.addExact(discounted, discount.amount().minorUnits());
        }
        if (discounted > price.minorUnits()) {
            throw Checks.refused("discounts of " + discounted + " minor units are more than the price " + price);
        }
    }

    /** After {@code quantity} more units went. */
    public ReversalBasis without(long quantity) {
        return quantity == 0 ? this : new ReversalBasis(units, gone + quantity, price, discounts, taxes, points);
    }

    /**
     * The worth of some of the units by themselves.
     *
     * @param before how many units went before them
     * @param quantity how many they are
     */
    public ReversalBasis part(long before, long quantity) {
        List<Adjustment> discountsOfPart = new ArrayList<>(discounts.size());
        for (Adjustment discount : discounts) {
            discountsOfPart.add(new Adjustment(discount.source(), share(discount.amount(), before, quantity)));
        }
        List<TaxShare> taxesOfPart = new ArrayList<>(taxes.size());
        for (TaxShare tax : taxes) {
            taxesOfPart.add(new TaxShare(tax.category(), tax.rate(), share(tax.amount(), before, quantity)));
        }
        return new ReversalBasis(
                quantity,
                0,
                share(price, before, quantity),
                discountsOfPart,
                taxesOfPart,
                UnitShares.taken(points, units, before + quantity) - UnitShares.taken(points, units, before));
    }

    private Money share(Money amount, long before, long quantity) {
        return UnitShares.remaining(amount, units, before)
                .minus(UnitShares.remaining(amount, units, before + quantity));
    }

    /** Units that the order still stands for. */
    public long remainingUnits() {
        return units - gone;
    }

    /** The price of the remaining units before discount. */
    public Money subtotal() {
        return UnitShares.remaining(price, units, gone);
    }

    /** All discounts of the remaining units. */
    public Money discount() {
        long sum = 0;
        for (Adjustment discount : discounts) {
            sum += UnitShares.remaining(discount.amount().minorUnits(), units, gone);
        }
        return Money.ofMinor(price.currency(), sum);
    }

    /** All taxes of the remaining units. */
    public Money tax() {
        long sum = 0;
        for (int i = 0; i < taxes.size(); i++) {
            sum = Math.addExact(sum, UnitShares.remaining(taxes.get(i).amount().minorUnits(), units, gone));
        }
        return Money.ofMinor(price.currency(), sum);
    }

    /** Each discount of the remaining units. */
    public List<Adjustment> remainingDiscounts() {
        List<Adjustment> left = new ArrayList<>(discounts.size());
        for (Adjustment discount : discounts) {
            left.add(new Adjustment(discount.source(), UnitShares.remaining(discount.amount(), units, gone)));
        }
        return left;
    }

    /** Each tax of the remaining units. */
    public List<TaxShare> remainingTaxes() {
        List<TaxShare> left = new ArrayList<>(taxes.size());
        for (TaxShare tax : taxes) {
            left.add(new TaxShare(tax.category(), tax.rate(), UnitShares.remaining(tax.amount(), units, gone)));
        }
        return left;
    }

    /** The points that were spent on the remaining units. */
    public long remainingPoints() {
        return UnitShares.remaining(points, units, gone);
    }
}
