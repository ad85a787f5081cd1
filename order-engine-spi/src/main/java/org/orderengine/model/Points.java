package org.orderengine.model;

import java.math.BigInteger;

/**
 * The membership points of an order, each a running sum: returned ≤ spent, clawed back ≤ granted (B2).
 *
 * @param spent points the buyer paid with
 * @param returned of the spent points, those given back
 * @param granted points the buyer earned
 * @param clawedBack of the granted points, those taken back
 * @param grantedOn what they were granted for, in minor units: the basis on which some are taken back when the order costs less
 */
public record Points(long spent, long returned, long granted, long clawedBack, long grantedOn) {

    /** No points moved. */
    public static final Points NONE = new Points(0, 0, 0, 0, 0);

    public Points {
        if (returned < 0 || returned > spent) {
            throw Checks.refused("returned " + returned + " of " + spent + " points spent");
        }
        if (clawedBack < 0 || clawedBack > granted) {
            throw Checks.refused("clawed back " + clawedBack + " of " + granted + " granted");
        }
        Checks.requireNotNegative(grantedOn, "basis of granted", "points");
    }

    /** After {@code points} more were spent. */
    public Points spend(long points) {
        return new Points(spent + points, returned, granted, clawedBack, grantedOn);
    }

    /** After {@code points} spent ones were given back. */
    public Points giveBack(long points) {
        return new Points(spent, returned + points, granted, clawedBack, grantedOn);
    }

    /** After {@code points} more were granted, so that all are for {@code on} minor units. */
    public Points grant(long points, long on) {
        return new Points(spent, returned, granted + points, clawedBack, on);
    }

    /** After {@code points} granted ones were taken back. */
    public Points clawBack(long points) {
        return new Points(spent, returned, granted, clawedBack + points, grantedOn);
    }

    /**
     * The granted points that an order still deserves when it comes to {@code amount} minor units: pro rata, rounded down. It
     * depends on the amount alone, so taking points back in steps sums to taking them back at once (B2).
     */
    public long deserved(long amount) {
        if (grantedOn == 0 || amount >= grantedOn) {
            return granted;
        }
        return BigInteger.valueOf(granted)
                .multiply(BigInteger.valueOf(Math.max(0, amount)))
                .divide(BigInteger.valueOf(grantedOn))
                .longValueExact();
    }
}
