package org.orderengine.pricing.quote;

import java.math.BigInteger;
import java.util.Arrays;
import org.orderengine.policy.Allocation;

/**
 * Spreads an amount over parts in proportion to their weights, in whole units that sum exactly to it (A1, A4).
 *
 * <p>{@link Allocation#LARGEST_REMAINDER} is Hamilton's method of apportionment (A. Hamilton, 1792; M. L. Balinski and
 * H. P. Young, <i>Fair Representation</i>, 1982): every part gets its exact share rounded down, and the units that are left
 * go one each to the parts with the largest remainders, at a tie to the earlier one. The other two round every share down
 * and let one part take all that is left; where that is more than it has room for, the part next to it takes the rest.
 *
 * <p>No part gets more than its room. Parts whose share would be more get their room, and what they could not take is spread
 * over the others by the same weights: water-filling, as in max-min fair sharing (D. Bertsekas and R. Gallager, <i>Data
 * Networks</i>, 1992, section 6.5.2).
 */
final class Spread {

    private Spread() {}

    /**
     * Spreads an amount over parts that can take as much as they weigh.
     *
     * @param amount what to spread, from 0 to the sum of the weights
     * @param weights the parts' weights, not negative; their sum fits a {@code long}
     * @return each part's share
     */
    static long[] over(Allocation allocation, long amount, long[] weights) {
        return over(allocation, amount, weights, weights);
    }

    /**
     * Spreads an amount over parts that can take only so much each.
     *
     * @param amount what to spread, from 0 to the sum of the rooms
     * @param weights the parts' weights, not negative; their sum fits a {@code long}; a part with room has weight
     * @param rooms the most that each part can take; their sum fits a {@code long}
     * @return each part's share
     */
    static long[] over(Allocation allocation, long amount, long[] weights, long[] rooms) {
        long[] shares = new long[weights.length];
        if (amount == 0) {
            return shares;
        }
        return switch (allocation) {
            case LARGEST_REMAINDER -> byLargestRemainder(amount, weights, rooms, shares);
            case LAST_TAKES_REST -> toOne(amount, weights, rooms, shares, weights.length - 1, -1);
            case FIRST_TAKES_REST -> toOne(amount, weights, rooms, shares, 0, 1);
        };
    }

    /** Spreads an amount, however large, over parts by largest remainder; by nothing where no part has weight. */
    static long[] proportional(long amount, long[] weights) {
        return amount == 0
                ? new long[weights.length]
                : byLargestRemainder(amount, weights, weights, new long[weights.length]);
    }

    private static long[] byLargestRemainder(long amount, long[] weights, long[] rooms, long[] shares) {
        boolean[] full = weights == rooms ? null : fillUp(amount, weights, rooms, shares);
        long left = amount;
        long weight = 0;
        for (int i = 0; i < weights.length; i++) {
            if (full != null && full[i]) {
                left -= shares[i];
            } else {
                weight += weights[i];
            }
        }
        if (left == 0) {
            return shares;
        }
        long[] remainders = new long[weights.length];
        long rest = left;
        for (int i = 0; i < weights.length; i++) {
            if (full != null && full[i]) {
                continue;
            }
            shares[i] = floorShare(left, weights[i], weight);
            // Exact although each product may have wrapped: the remainder is below the weights' sum.
            remainders[i] = left * weights[i] - shares[i] * weight;
            rest -= shares[i];
        }
        handOut(rest, remainders, shares);
        return shares;
    }

    /** Gives one unit each to the {@code units} largest remainders, at a tie to the earlier. */
    private static void handOut(long units, long[] remainders, long[] shares) {
        if (units == 0) {
            return;
        }
        long[] sorted = remainders.clone();
        Arrays.sort(sorted);
        long threshold = sorted[sorted.length - (int) units];
        long atThreshold = units;
        for (long remainder : remainders) {
            if (remainder > threshold) {
                atThreshold--;
            }
        }
        for (int i = 0; i < shares.length; i++) {
            if (remainders[i] > threshold) {
                shares[i]++;
            } else if (remainders[i] == threshold && atThreshold > 0) {
                shares[i]++;
                atThreshold--;
            }
        }
    }

    /** Gives their room to the parts whose proportional share would be at least that, and marks them. */
    private static boolean[] fillUp(long amount, long[] weights, long[] rooms, long[] shares) {
        int parts = weights.length;
        boolean[] full = new boolean[parts];
        Integer[] order = new Integer[parts];
        long weight = 0;
        for (int i = 0; i < parts; i++) {
            order[i] = i;
            weight += weights[i];
        }
        // The part with the least room per weight is the first to be full; one without room may have no weight either.
        Arrays.sort(
                order,
                (a, b) -> rooms[a] == 0 || rooms[b] == 0
                        ? Long.compare(rooms[a], rooms[b])
                        : compareProducts(rooms[a], weights[b], rooms[b], weights[a]));
        long left = amount;
        for (int i : order) {
            if (rooms[i] > 0 && compareProducts(left, weights[i], rooms[i], weight) < 0) {
                break;
            }
            full[i] = true;
            shares[i] = rooms[i];
            left -= rooms[i];
            weight -= weights[i];
        }
        return full;
    }

    private static long[] toOne(long amount, long[] weights, long[] rooms, long[] shares, int taker, int towards) {
        long weight = 0;
        for (long each : weights) {
            weight += each;
        }
        long left = amount;
        for (int i = 0; i < weights.length; i++) {
            if (i != taker && weights[i] > 0) {
                shares[i] = Math.min(floorShare(amount, weights[i], weight), rooms[i]);
                left -= shares[i];
            }
        }
        for (int i = taker; left > 0; i += towards) {
            long taken = Math.min(left, rooms[i] - shares[i]);
            shares[i] += taken;
            left -= taken;
        }
        return shares;
    }

    /** amount × weight ÷ all rounded down, for a weight of at most {@code all}. */
    private static long floorShare(long amount, long weight, long all) {
        long low = amount * weight;
        if (low >= 0 && Math.multiplyHigh(amount, weight) == 0) {
            return low / all;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weight))
                .divide(BigInteger.valueOf(all))
                .longValueExact();
    }

    /** Compares a × b with c × d, none of them negative. */
    static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }
}
