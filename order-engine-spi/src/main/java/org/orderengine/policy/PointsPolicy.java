package org.orderengine.policy;

import org.orderengine.model.Money;

/**
 * A policy on membership points: their worth, and how many are earned.
 *
 * <pre>{@code
 * new PointsPolicy(Money.of("EUR", "0.01"), 1);    // a point takes one cent off, and each whole euro earns one
 * }</pre>
 *
 * <p>A worth of zero or less and a negative number of points are an {@link IllegalArgumentException}.
 *
 * @param worth what one point takes off when it is spent, more than zero
 * @param earnPerMajorUnit points granted for each whole major unit (one euro, one yen) that the buyer paid
 */
public record PointsPolicy(Money worth, long earnPerMajorUnit) {

    public PointsPolicy {
        if (!worth.isPositive()) {
            throw new IllegalArgumentException("a point is worth " + worth + ", not more than nothing");
        }
        if (earnPerMajorUnit < 0) {
            throw new IllegalArgumentException(earnPerMajorUnit + " points are earned, less than zero");
        }
    }

    /**
     * The points that a paid amount earns: whole major units × points per unit. At one point per unit, 19.99 earns 19.
     *
     * @throws ArithmeticException if that many points do not fit a {@code long}
     */
    public long earnedBy(Money paid) {
        long major = 1;
        for (int digit = 0; digit < paid.currency().getDefaultFractionDigits(); digit++) {
            major *= 10;
        }
        return Math.multiplyExact(Math.max(0, paid.minorUnits()) / major, earnPerMajorUnit);
    }
}
