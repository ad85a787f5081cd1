package org.orderengine.policy;

import java.time.Duration;

/**
 * A policy on how far in the future a timer of one order may be set.
 *
 * <p>Default: 90 days. A negative bound is an {@link IllegalArgumentException}.
 *
 * @param longest the longest time from now, when an order is placed and by the action {@code extend}
 */
public record DeadlinePolicy(Duration longest) {

    /** A timer may be set to up to 90 days from now. */
    public static final DeadlinePolicy DEFAULT = new DeadlinePolicy(Duration.ofDays(90));

    public DeadlinePolicy {
        if (longest.isNegative()) {
            throw new IllegalArgumentException("deadlines of at most " + longest + " are less than none");
        }
    }
}
