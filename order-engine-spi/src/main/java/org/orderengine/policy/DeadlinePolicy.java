package org.orderengine.policy;

import java.time.Duration;

/**
 * How far the deadlines of one order may be from what its process says.
 *
 * @param longest how far in the future a timer of one order may be set, when it is placed or by the action {@code extend}
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
