package org.orderengine.policy;

import java.time.Duration;

/**
 * When a service that keeps failing is left alone for a while, instead of being called for every order that owes it something.
 *
 * <p>Each service has a circuit of its own, each method of payment too, and each of the host's own effects. It is closed at first:
 * calls go through. After {@code failures} calls in a row that failed, threw, or lost their answer it is open: effects wait without a
 * call, and their attempts are not counted. After the pause one call goes through to try the service; if it is answered, the
 * circuit is closed, otherwise it stays open for a pause twice as long, up to the longest. A service that says no has answered. While
 * a call is past its deadline and has not come back, no other is made either.
 *
 * @param failures how many calls in a row have to fail, from 1; 0 to always call
 * @param pause how long the service is left alone at first
 * @param longestPause the longest that it is left alone
 */
public record CircuitPolicy(int failures, Duration pause, Duration longestPause) {

    /** Open after 5 failures in a row, for 30 seconds at first and 10 minutes at most. */
    public static final CircuitPolicy DEFAULT = new CircuitPolicy(5, Duration.ofSeconds(30), Duration.ofMinutes(10));

    /** Services are called whatever they answer. */
    public static final CircuitPolicy NONE = new CircuitPolicy(0, Duration.ofSeconds(1), Duration.ofSeconds(1));

    public CircuitPolicy {
        if (failures < 0) {
            throw new IllegalArgumentException("a circuit cannot open after " + failures + " failures");
        }
        if (pause.isNegative() || pause.isZero() || longestPause.compareTo(pause) < 0) {
            throw new IllegalArgumentException("a circuit's pause of " + pause
                    + " is not more than zero, or longer than " + longestPause + ", the longest");
        }
    }
}
