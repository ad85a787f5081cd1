package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.orderengine.policy.Allocation;

class SpreadTest {

    @Provide
    Arbitrary<long[]> weights() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 10),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().between(0, Long.MAX_VALUE / 50))
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(50);
    }

    @Property
    void a1_shares_sum_to_the_amount_and_none_is_more_than_its_room(
            @ForAll Allocation allocation,
            @ForAll("weights") long[] weights,
            @ForAll("weights") long[] limits,
            @ForAll double part) {
        long[] rooms = rooms(weights, limits);
        long amount = (long) (Arrays.stream(rooms).sum() * fraction(part));
        long[] shares = Spread.over(allocation, amount, weights, rooms);
        assertThat(Arrays.stream(shares).sum()).isEqualTo(amount);
        for (int i = 0; i < shares.length; i++) {
            assertThat(shares[i]).isBetween(0L, rooms[i]);
        }
    }

    @Property
    void a4_a_larger_remainder_never_gets_less_and_at_a_tie_the_earlier_gets_more(
            @ForAll("weights") long[] weights, @ForAll double part) {
        long sum = Arrays.stream(weights).sum();
        long amount = (long) (sum * fraction(part));
        long[] shares = Spread.over(Allocation.LARGEST_REMAINDER, amount, weights);
        BigInteger[][] exact = new BigInteger[weights.length][];
        for (int i = 0; i < weights.length && sum > 0; i++) {
            exact[i] = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(BigInteger.valueOf(sum));
            assertThat(shares[i] - exact[i][0].longValueExact()).isBetween(0L, 1L);
        }
        for (int i = 0; i < weights.length && sum > 0; i++) {
            for (int j = 0; j < weights.length; j++) {
                int compared = exact[i][1].compareTo(exact[j][1]);
                if (compared > 0 || (compared == 0 && i < j)) {
                    assertThat(isUp(shares, exact, i)).isGreaterThanOrEqualTo(isUp(shares, exact, j));
                }
            }
        }
    }

    @Property
    void a4_what_has_no_room_is_spread_by_weight_over_those_that_have(
            @ForAll("weights") long[] weights, @ForAll("weights") long[] limits, @ForAll double part) {
        long[] rooms = rooms(weights, limits);
        long amount = (long) (Arrays.stream(rooms).sum() * fraction(part));
        long[] shares = Spread.over(Allocation.LARGEST_REMAINDER, amount, weights, rooms);
        // Of two parts that are not full, each has what its weight says, but for the unit that rounding gives.
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares.length; j++) {
                if (shares[i] < rooms[i] && weights[j] > 0) {
                    BigInteger least = BigInteger.valueOf(shares[i] + 1).multiply(BigInteger.valueOf(weights[j]));
                    BigInteger most =
                            BigInteger.valueOf(Math.max(0, shares[j] - 1)).multiply(BigInteger.valueOf(weights[i]));
                    assertThat(most).isLessThanOrEqualTo(least);
                }
            }
        }
    }

    private static int isUp(long[] shares, BigInteger[][] exact, int i) {
        return shares[i] > exact[i][0].longValueExact() ? 1 : 0;
    }

    private static long[] rooms(long[] weights, long[] limits) {
        long[] rooms = new long[weights.length];
        for (int i = 0; i < rooms.length; i++) {
            rooms[i] = Math.min(weights[i], limits[i % limits.length]);
        }
        return rooms;
    }

    private static double fraction(double any) {
        double positive = Math.abs(any % 1);
        return Double.isNaN(positive) ? 1 : positive;
    }
}
