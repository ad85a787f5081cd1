package org.orderengine.model;

import java.math.BigInteger;

/**
 * How an amount that belongs to several units falls on each of them.
 *
 * <p>Of the units that remain, the next one's share is what remains of the amount divided by the units that remain,
 * rounded half up. So the share of every unit is known from the start, all shares sum to the amount, and taking units one
 * by one gives exactly what taking them at once gives. For example 5 over 3 units falls as 2, 2, 1, and 4 as 1, 2, 1.
 */
public final class UnitShares {

    private UnitShares() {}

    /**
     * The sum of the shares of the first {@code taken} of {@code units} units of {@code total}, in constant time.
     *
     * <p>With {@code total = q * units + r}, every share is {@code q} or {@code q + 1}, and the next is {@code q + 1} while
     * {@code d = 2 * r - m} is not negative, where {@code m} units and {@code r} of the rest remain. A share of {@code q +
     * 1} lowers {@code d} by one, a share of {@code q} raises it by one; so one kind repeats until {@code d} reaches the
     * boundary, and from there they alternate.
     *
     * @param total the amount over all units, not negative
     * @param units how many units there are
     * @param taken how many of them are taken, at most {@code units}
     */
    public static long taken(long total, long units, long taken) {
        if (total < 0 || taken < 0 || taken > units) {
            throw new IllegalArgumentException(
                    "cannot take " + taken + " of " + units + " units of an amount of " + total);
        }
        if (taken == 0) {
            return 0;
        }
        long quotient = total / units;
        long rest = total % units;
        long distance = rest - (units - rest);
        return quotient * taken + largerShares(distance, taken);
    }

    /**
     * The worth of the first {@code taken} of {@code steps} steps of measured goods: total × taken ÷ steps, rounded half up. Steps
     * are too small to have shares of their own: of a kilo at 1.00, 800 g would be worth nothing.
     *
     * @param total the amount over all steps, not negative
     * @param steps how many steps there are
     * @param taken how many of them are taken, at most {@code steps}
     */
    public static long ofFirst(long total, long steps, long taken) {
        if (total < 0 || taken < 0 || taken > steps) {
            throw new IllegalArgumentException(
                    "cannot take " + taken + " of " + steps + " steps of an amount of " + total);
        }
        long low = total * taken;
        if (low >= 0 && Math.multiplyHigh(total, taken) == 0) {
            long rest = low % steps;
            return low / steps + (rest >= steps - rest ? 1 : 0);
        }
        BigInteger all = BigInteger.valueOf(steps);
        return BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(taken))
                .shiftLeft(1)
                .add(all)
                .divide(all.shiftLeft(1))
                .longValueExact();
    }

    /** What remains of {@code total} over {@code units} units when {@code taken} of them are gone. */
    public static long remaining(long total, long units, long taken) {
        return total - taken(total, units, taken);
    }

    /** What remains of an amount of money over {@code units} units when {@code taken} of them are gone. */
    public static Money remaining(Money total, long units, long taken) {
        return taken == 0 ? total : new Money(total.currency(), remaining(total.minorUnits(), units, taken));
    }

    private static long largerShares(long distance, long taken) {
        if (distance >= 0) {
            long repeated = distance + 1;
            return taken <= repeated ? taken : repeated + (taken - repeated) / 2;
        }
        long repeated = -distance;
        return taken <= repeated ? 0 : (taken - repeated + 1) / 2;
    }
}
