package org.orderengine.policy;

import java.time.Duration;

/**
 * A policy on services that keep failing: how soon the engine stops calling them, and for how long.
 *
 * <p>Each service has a circuit breaker of its own, and so have each payment method and each effect of the host's own (pattern:
 * M. Nygard, Release It!, 2007). Its states:
 *
 * <ul>
 *   <li>closed: calls go through. It opens after {@code failures} calls in a row that failed, threw, or lost their answer, and after three
 *       in a row that threw the same class.
 *   <li>open: effects wait without a call, and no attempt is counted. After the pause it is half open.
 *   <li>half open: one call tries the service. If it is answered, the circuit closes; otherwise it opens for a pause twice as
 *       long, up to the longest.
 * </ul>
 *
 * <p>A service that declines has answered. While a call is past its deadline and has not come back, no other call is made
 * either.
 *
 * <p>Default: 5 failures, 30 seconds, at most 10 minutes. A negative number of failures, a pause of zero or less, and a
 * pause over the longest are an {@link IllegalArgumentException}.
 *
 * @param failures how many calls in a row have to fail, from 1; 0 to call always
 * @param pause how long the service is not called at first
 * @param longestPause the longest pause
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
