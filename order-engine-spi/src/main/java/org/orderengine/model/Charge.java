package org.orderengine.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A charge of an order: something that it costs beside its goods, taxed and frozen when it was priced.
 *
 * <p>What the order still pays of it follows from the goods that are left, see {@link Goods#chargesLeft}. So taking goods back in any
 * steps gives back as much of it as taking them at once (A6).
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param terms the charge as it was asked for
 * @param goneBefore what of its goods was gone when it was priced: units of its line, or minor units of the goods' price
 * @param discounts what is taken off it, which is the tax of an exempt buyer where prices include tax
 * @param taxes each tax on it
 * @param payment the payment whose method brought it; null where it does not depend on one
 */
public record Charge(
        ChargeTerms terms,
        BigDecimal goneBefore,
        List<Adjustment> discounts,
        List<TaxShare> taxes,
        @Nullable String payment) {

    public Charge {
        Checks.requireText(terms.charge(), "charge");
        Checks.requireNotNegative(terms.price(), "price of charge", terms.charge());
        if (goneBefore.signum() < 0) {
            throw Checks.refused("charge " + terms.charge() + " was priced when less than nothing was gone");
        }
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
        if (sumOfDiscounts(terms.price(), discounts).compareTo(terms.price()) > 0) {
            throw Checks.refused("discounts of charge " + terms.charge() + " are more than " + terms.price());
        }
    }

    /** The charge's id within its order. */
    public String id() {
        return terms.charge();
    }

    /** What it costs before discounts. */
    public Money price() {
        return terms.price();
    }

    /** All discounts. */
    public Money discount() {
        return sumOfDiscounts(price(), discounts);
    }

    /** All taxes. */
    public Money tax() {
        Money sum = Money.zero(price().currency());
        for (TaxShare tax : taxes) {
            sum = sum.plus(tax.amount());
        }
        return sum;
    }

    /** What the buyer pays for it, tax included. */
    public Money total(boolean pricesIncludeTax) {
        Money net = price().minus(discount());
        return pricesIncludeTax ? net : net.plus(tax());
    }

    /** This charge as far as it is left. */
    Charge left(ChargeRest rest) {
        if (rest.isAll()) {
            return this;
        }
        List<Adjustment> lessDiscounts = new ArrayList<>(discounts.size());
        for (Adjustment discount : discounts) {
            lessDiscounts.add(new Adjustment(discount.source(), rest.of(discount.amount())));
        }
        List<TaxShare> lessTaxes = new ArrayList<>(taxes.size());
        for (TaxShare tax : taxes) {
            lessTaxes.add(new TaxShare(tax.category(), tax.rate(), rest.of(tax.amount())));
        }
        return new Charge(terms.at(rest.of(price())), rest.gone(), lessDiscounts, lessTaxes, payment);
    }

    private static Money sumOfDiscounts(Money price, List<Adjustment> discounts) {
        Money sum = Money.zero(price.currency());
        for (Adjustment discount : discounts) {
            sum = sum.plus(discount.amount());
        }
        return sum;
    }
}
