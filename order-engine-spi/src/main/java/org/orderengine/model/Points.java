package org.orderengine.model;

/**
 * The membership points of an order, each a running sum: returned ≤ spent, clawed back ≤ granted (B2).
 *
 * @param spent points the buyer paid with
 * @param returned of the spent points, those given back
 * @param granted points the buyer earned
 * @param clawedBack of the granted points, those taken back
 */
public record Points(long spent, long returned, long granted, long clawedBack) {

    /** No points moved. */
    public static final Points NONE = new Points(0, 0, 0, 0);

    public Points {
        if (returned < 0 || returned > spent) {
            throw Checks.refused("returned " + returned + " of " + spent + " points spent");
        }
        if (clawedBack < 0 || clawedBack > granted) {
            throw Checks.refused("clawed back " + clawedBack + " of " + granted + " granted");
        }
    }
}
