package org.orderengine.pricing.quote;

import java.util.List;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.PriceReduction;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.TaxShare;
import org.orderengine.policy.Allocation;

/**
 * Splits what a line's price is reduced by into a discount and its tax: amount × rate ÷ (1 + rate), rounded half up, is the tax, by the
 * rates that the line was taxed by. No tax is computed anew.
 */
public final class LineReductions {

    private LineReductions() {}

    /** What the units of a line cost that go next, tax included. */
    public static Money room(Line line, long quantity, boolean pricesIncludeTax) {
        ReversalBasis next = line.part(line.basis().gone(), quantity);
        return new Money(next.price().currency(), net(next) + (pricesIncludeTax ? 0 : tax(next)));
    }

    /**
     * The reduction of the units of a line that go next.
     *
     * @param amount by how much, tax included; at most {@link #room}
     */
    public static PriceReduction of(Line line, long quantity, Money amount, boolean pricesIncludeTax) {
        ReversalBasis next = line.part(line.basis().gone(), quantity);
        List<TaxShare> taxes = next.taxes();
        Fraction all = new Fraction(0, 1);
        for (TaxShare tax : taxes) {
            all = all.plus(Fraction.of(tax.rate()));
        }
        long whole = amount.minorUnits();
        long off = Math.min(all.insideOf(all).of(whole), tax(next));
        if (!pricesIncludeTax) {
            off = Math.max(off, whole - net(next));
        }
        long[] weights = new long[taxes.size()];
        long[] rooms = new long[weights.length];
        for (int i = 0; i < weights.length; i++) {
            rooms[i] = taxes.get(i).amount().minorUnits();
            weights[i] = Math.max(
                    rooms[i] == 0 ? 0 : 1,
                    Fraction.of(taxes.get(i).rate()).insideOf(all).numerator());
        }
        long[] shares = Spread.over(Allocation.LARGEST_REMAINDER, off, weights, rooms);
        TaxShare[] each = new TaxShare[shares.length];
        for (int i = 0; i < shares.length; i++) {
            TaxShare tax = taxes.get(i);
            each[i] = new TaxShare(tax.category(), tax.rate(), new Money(amount.currency(), shares[i]));
        }
        return new PriceReduction(
                line.units().gone(),
                quantity,
                new Money(amount.currency(), pricesIncludeTax ? whole : whole - off),
                List.of(each));
    }

    /** Reductions whose taxes are by the rates of other taxes, since the order goes elsewhere. */
    static List<PriceReduction> taxedBy(
            List<PriceReduction> reductions, List<TaxShare> taxes, boolean pricesIncludeTax) {
        Fraction sum = new Fraction(0, 1);
        for (TaxShare tax : taxes) {
            sum = sum.plus(Fraction.of(tax.rate()));
        }
        Fraction all = sum;
        return reductions.stream()
                .map(reduction -> new PriceReduction(
                        reduction.first(),
                        reduction.units(),
                        reduction.discount(),
                        taxes.stream()
                                .map(tax -> {
                                    Fraction rate = Fraction.of(tax.rate());
                                    Fraction part = pricesIncludeTax ? rate.insideOf(all) : rate;
                                    long off = part.of(reduction.discount().minorUnits());
                                    return new TaxShare(
                                            tax.category(),
                                            tax.rate(),
                                            new Money(tax.amount().currency(), off));
                                })
                                .toList()))
                .toList();
    }

    private static long net(ReversalBasis basis) {
        long net = basis.price().minorUnits();
        for (Adjustment discount : basis.discounts()) {
            net -= discount.amount().minorUnits();
        }
        return net;
    }

    private static long tax(ReversalBasis basis) {
        long sum = 0;
        for (TaxShare tax : basis.taxes()) {
            sum += tax.amount().minorUnits();
        }
        return sum;
    }
}
