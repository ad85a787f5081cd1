package org.orderengine.orders;

/**
 * A number of orders, counted up to a bound.
 *
 * @param orders how many were counted
 * @param isAtLeast whether there may be more than were counted
 */
public record OrderCount(long orders, boolean isAtLeast) {

    /** The bound of counts. */
    public static final int MOST = 1000;

    /** The number; {@code 1000+} where there may be more. */
    @Override
    public String toString() {
        return isAtLeast ? orders + "+" : Long.toString(orders);
    }
}
