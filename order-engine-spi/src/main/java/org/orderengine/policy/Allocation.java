package org.orderengine.policy;

/**
 * A way to spread an amount over several lines, in proportion to their weights.
 *
 * <p>The formula of {@link #LARGEST_REMAINDER} is the largest remainder method (Hamilton's method of apportionment), in minor
 * units.
 */
public enum Allocation {
    /** Every line gets its share rounded down. Minor units left over go to the largest remainders; at a tie, to the earlier line. */
    LARGEST_REMAINDER,
    /** Every line but the last gets its share rounded down. The last takes what remains, as far as it has room. */
    LAST_TAKES_REST,
    /** Every line but the first gets its share rounded down. The first takes what remains, as far as it has room. */
    FIRST_TAKES_REST
}
