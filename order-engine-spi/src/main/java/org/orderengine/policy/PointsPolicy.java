package org.orderengine.policy;

import org.orderengine.model.Money;

/**
 * What membership points are worth.
 *
 * @param worth what one point takes off when it is spent, more than nothing
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
     * The points that a payment earns: those of its whole major units, so 19.99 at one point per unit earns 19.
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
