package org.orderengine.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The reductions of a line, one on top of the other: each is spread over what those before it left of its units.
 *
 * <p>Positions count the units of the line that are gone. A line that was priced anew knows nothing of positions before that.
 */
final class Reductions {

    private final ReversalBasis basis;
    /** Where the units of reductions begin and end, and where one looks. */
    private final long[] positions;
    /** By position, what the units from there on cost: without tax where prices exclude it. */
    private final long[] net;
    /** By tax and position, that tax of them. */
    private final long[][] taxes;

    private Reductions(ReversalBasis basis, long gone, List<PriceReduction> reductions, long at) {
        this.basis = basis;
        this.positions = reductions.stream()
                .flatMapToLong(reduction -> LongStream.of(at, reduction.first(), reduction.end()))
                .sorted()
                .distinct()
                .toArray();
        this.net = new long[positions.length];
        this.taxes = new long[basis.taxes().size()][positions.length];
        long start = gone - basis.gone();
        for (int i = 0; i < positions.length; i++) {
            long within = Math.max(0, Math.min(positions[i] - start, basis.units()));
            ReversalBasis there = basis.without(within - basis.gone());
            net[i] = there.subtotal().minorUnits() - there.discount().minorUnits();
            List<TaxShare> left = there.remainingTaxes();
            for (int tax = 0; tax < taxes.length; tax++) {
                taxes[tax][i] = left.get(tax).amount().minorUnits();
            }
        }
    }

    /**
     * What is left of reductions for the units from a position on; those of which no unit is left are left out.
     *
     * @param gone how many units of the line are gone where the basis says its own number of gone units
     */
    static List<PriceReduction> left(ReversalBasis basis, long gone, List<PriceReduction> reductions, long at) {
        Reductions layers = new Reductions(basis, gone, reductions, at);
        List<PriceReduction> left = new ArrayList<>();
        for (PriceReduction reduction : reductions) {
            PriceReduction rest = layers.lay(reduction, at);
            if (rest != null) {
                left.add(rest);
            }
        }
        return left;
    }

    /** Reductions as far as the units of a line that was priced anew cost that much. */
    static List<PriceReduction> within(ReversalBasis basis, long gone, List<PriceReduction> reductions) {
        Reductions layers = new Reductions(basis, gone, reductions, gone);
        List<PriceReduction> within = new ArrayList<>();
        for (PriceReduction reduction : reductions) {
            PriceReduction bounded = layers.bounded(reduction);
            layers.lay(bounded, gone);
            if (!bounded.isNothing()) {
                within.add(bounded);
            }
        }
        return within;
    }

    private PriceReduction bounded(PriceReduction reduction) {
        List<TaxShare> bounded = new ArrayList<>();
        for (TaxShare tax : reduction.taxes()) {
            int index = indexOf(tax);
            if (index >= 0) {
                bounded.add(of(tax, Math.min(tax.amount().minorUnits(), room(taxes[index], reduction))));
            }
        }
        long discount = Math.min(reduction.discount().minorUnits(), room(net, reduction));
        return new PriceReduction(
                reduction.first(),
                reduction.units(),
                new Money(reduction.discount().currency(), discount),
                bounded);
    }

    /** What the units of a reduction cost. */
    private long room(long[] costs, PriceReduction reduction) {
        return Math.max(0, costs[at(reduction.first())] - costs[at(reduction.end())]);
    }

    /** Lays a reduction over what those before it left, and says what is left of it; null where none of its units is. */
    private @Nullable PriceReduction lay(PriceReduction reduction, long at) {
        long discount = lay(net, reduction, reduction.discount().minorUnits(), at);
        List<TaxShare> rests = new ArrayList<>();
        for (TaxShare tax : reduction.taxes()) {
            int index = indexOf(tax);
            if (index >= 0) {
                rests.add(of(tax, lay(taxes[index], reduction, tax.amount().minorUnits(), at)));
            }
        }
        long from = Math.max(reduction.first(), at);
        return from >= reduction.end()
                ? null
                : new PriceReduction(
                        from,
                        reduction.end() - from,
                        new Money(reduction.discount().currency(), discount),
                        rests);
    }

    /** Takes an amount off costs, and says what of it is left at a position. */
    private long lay(long[] costs, PriceReduction reduction, long amount, long at) {
        long first = costs[at(reduction.first())];
        long end = costs[at(reduction.end())];
        long left = 0;
        long[] rests = new long[costs.length];
        for (int i = 0; i < costs.length; i++) {
            long within = Math.max(reduction.first(), Math.min(positions[i], reduction.end()));
            rests[i] = rest(amount, first, costs[at(within)], end);
            left = positions[i] == at ? rests[i] : left;
        }
        for (int i = 0; i < costs.length; i++) {
            costs[i] -= rests[i];
        }
        return left;
    }

    private int at(long position) {
        return Arrays.binarySearch(positions, position);
    }

    /** What is left of an amount over units that cost {@code first} − {@code end} when those from {@code now} on are left. */
    private static long rest(long amount, long first, long now, long end) {
        long all = first - end;
        if (amount == 0 || now <= end) {
            return 0;
        }
        if (all <= 0 || now >= first) {
            return amount;
        }
        BigInteger twice = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(first - now))
                .shiftLeft(1);
        BigInteger went = twice.add(BigInteger.valueOf(all))
                .divide(BigInteger.valueOf(all).shiftLeft(1));
        return amount - went.longValueExact();
    }

    private int indexOf(TaxShare tax) {
        for (int i = 0; i < basis.taxes().size(); i++) {
            TaxShare own = basis.taxes().get(i);
            if (own.category().equals(tax.category()) && own.rate().compareTo(tax.rate()) == 0) {
                return i;
            }
        }
        return -1;
    }

    private static TaxShare of(TaxShare tax, long amount) {
        return new TaxShare(tax.category(), tax.rate(), new Money(tax.amount().currency(), amount));
    }
}
