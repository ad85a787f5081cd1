package org.orderengine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The worth of the units of a line, frozen when the line was priced. Every unit's share of price, discounts, taxes and
 * points follows from it, so that taking units back in any steps sums to taking them at once (A6).
 *
 * <p>Units that are counted have the shares of {@link UnitShares}. Of measured goods the first k of n steps are worth amount × k ÷ n,
 * rounded half up.
 *
 * @param units how many units the amounts cover
 * @param gone how many of them the order no longer stands for
 * @param price the price of all units before any discount
 * @param discounts what each offer takes off all units
 * @param taxes each tax on all units
 * @param points the points that were spent on all units
 * @param isMeasured whether the units are steps of measured goods
 */
public record ReversalBasis(
        long units,
        long gone,
        Money price,
        List<Adjustment> discounts,
        List<TaxShare> taxes,
        long points,
        boolean isMeasured) {

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

    /** The worth of units that are counted. */
    public ReversalBasis(
            long units, long gone, Money price, List<Adjustment> discounts, List<TaxShare> taxes, long points) {
        this(units, gone, price, discounts, taxes, points, false);
    }

    /** After {@code quantity} more units went. */
    public ReversalBasis without(long quantity) {
        return quantity == 0
                ? this
                : new ReversalBasis(units, gone + quantity, price, discounts, taxes, points, isMeasured);
    }

    /** The same without the discount from a source. */
    public ReversalBasis withoutDiscount(String source) {
        List<Adjustment> others = new ArrayList<>(discounts);
        others.removeIf(discount -> discount.source().equals(source));
        return others.size() == discounts.size()
                ? this
                : new ReversalBasis(units, gone, price, others, taxes, points, isMeasured);
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
                remaining(points, before) - remaining(points, before + quantity),
                isMeasured);
    }

    private Money share(Money amount, long before, long quantity) {
        return remaining(amount, before).minus(remaining(amount, before + quantity));
    }

    /** What the remaining units have of an amount over all units. */
    public Money remaining(Money amount) {
        return remaining(amount, gone);
    }

    /** What the units have of an amount over all units that stay when {@code taken} of them are gone. */
    public Money remaining(Money amount, long taken) {
        return taken == 0 ? amount : new Money(amount.currency(), remaining(amount.minorUnits(), taken));
    }

    /** What the units have of a number over all units, as an amount or points, that stay when {@code taken} of them are gone. */
    public long remaining(long amount, long taken) {
        return amount
                - (isMeasured ? UnitShares.ofFirst(amount, units, taken) : UnitShares.taken(amount, units, taken));
    }

    /** Units that the order still stands for. */
    public long remainingUnits() {
        return units - gone;
    }

    /** The price of the remaining units before discount. */
    public Money subtotal() {
        return remaining(price);
    }

    /** All discounts of the remaining units. */
    public Money discount() {
        long sum = 0;
        for (Adjustment discount : discounts) {
            sum += remaining(discount.amount().minorUnits(), gone);
        }
        return Money.ofMinor(price.currency(), sum);
    }

    /** All taxes of the remaining units. */
    public Money tax() {
        long sum = 0;
        for (int i = 0; i < taxes.size(); i++) {
            sum = Math.addExact(sum, remaining(taxes.get(i).amount().minorUnits(), gone));
        }
        return Money.ofMinor(price.currency(), sum);
    }

    /** Each discount of the remaining units. */
    public List<Adjustment> remainingDiscounts() {
        List<Adjustment> left = new ArrayList<>(discounts.size());
        for (Adjustment discount : discounts) {
            left.add(new Adjustment(discount.source(), remaining(discount.amount())));
        }
        return left;
    }

    /** Each tax of the remaining units. */
    public List<TaxShare> remainingTaxes() {
        List<TaxShare> left = new ArrayList<>(taxes.size());
        for (TaxShare tax : taxes) {
            left.add(new TaxShare(tax.category(), tax.rate(), remaining(tax.amount())));
        }
        return left;
    }

    /** The points that were spent on the remaining units. */
    public long remainingPoints() {
        return remaining(points, gone);
    }
}
