package org.orderengine.model;

import java.util.List;

/**
 * A reduction of what units of a line cost, after they were sold: for a scratch, or a delivery that came late.
 *
 * <p>It falls on its units by what each of them costs, so that no unit costs less than nothing: of the first k of them it takes discount ×
 * what those cost ÷ what all of them cost, rounded half up, and likewise for each tax. A unit that goes later goes at its reduced price.
 *
 * @param first how many units of the line were gone before the first of its units
 * @param units how many units it is for: those that go next
 * @param discount what it takes off their price: without tax where prices exclude it
 * @param taxes what it takes off each of their taxes
 */
public record PriceReduction(long first, long units, Money discount, List<TaxShare> taxes) {

    /** The source under which it is shown among discounts. */
    public static final String SOURCE = "reduction";

    public PriceReduction {
        Checks.requireNotNegative(first, "first unit of a reduction");
        Checks.requirePositive(units, "units of a reduction");
        Checks.requireNotNegative(discount, "reduction");
        taxes = List.copyOf(taxes);
    }

    /** How many units of the line are gone when the last of its units is. */
    long end() {
        return first + units;
    }

    boolean isNothing() {
        return discount.isZero() && taxes.stream().allMatch(tax -> tax.amount().isZero());
    }
}
