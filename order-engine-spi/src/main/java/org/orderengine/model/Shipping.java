package org.orderengine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of an order, and what the buyer pays for it.
 *
 * @param method the delivery method's name, if one was chosen
 * @param price the delivery's price before discounts
 * @param discounts what each offer takes off it
 * @param taxes each tax on it
 */
public record Shipping(@Nullable String method, Money price, List<Adjustment> discounts, List<TaxShare> taxes) {

    public Shipping {
        Checks.requireNotNegative(price, "shipping price");
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
        Money discounted = sumOfDiscounts(price, discounts);
        if (discounted.compareTo(price) > 0) {
            throw Checks.refused("shipping discounts of " + discounted + " are more than " + price);
        }
    }

    /** A delivery that costs {@code price}, without discount or tax. */
    public static Shipping of(@Nullable String method, Money price) {
        return new Shipping(method, price, List.of(), List.of());
    }

    /** This delivery when the buyer no longer pays for it. */
    public Shipping waived() {
        return of(method, Money.zero(price.currency()));
    }

    /** All discounts. */
    public Money discount() {
        return sumOfDiscounts(price, discounts);
    }

    /** All taxes. */
    public Money tax() {
        Money sum = Money.zero(price.currency());
        for (TaxShare tax : taxes) {
            sum = sum.plus(tax.amount());
        }
        return sum;
    }

    private static Money sumOfDiscounts(Money price, List<Adjustment> discounts) {
        Money sum = Money.zero(price.currency());
        for (Adjustment discount : discounts) {
            sum = sum.plus(discount.amount());
        }
        return sum;
    }
}
