package org.orderengine.policy;

/** How an amount that belongs to several lines is spread over them, in proportion to their weights. */
public enum Allocation {
    /** Every line gets its share rounded down; units left over go to the largest remainders, at a tie to the earlier line. */
    LARGEST_REMAINDER,
    /** Every line but the last gets its share rounded down; the last takes what remains, as far as it has room. */
    LAST_TAKES_REST,
    /** Every line but the first gets its share rounded down; the first takes what remains, as far as it has room. */
    FIRST_TAKES_REST
}
