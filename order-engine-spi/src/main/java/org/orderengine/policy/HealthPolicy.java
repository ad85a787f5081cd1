package org.orderengine.policy;

import java.time.Duration;

/**
 * A policy on when an engine says that it is not well.
 *
 * <p>Default: work that waited for a person for an hour, an order that was busy for half an hour, work that was due ten minutes ago, a subscription that is ten
 * minutes behind. A negative duration is an {@link IllegalArgumentException}.
 *
 * @param parkedFor how long work may wait for a person
 * @param busyFor how long an order may wait for services
 * @param overdueFor how long work may be due before it is taken up
 * @param behindFor how long a commit may wait for a subscription to get it
 */
public record HealthPolicy(Duration parkedFor, Duration busyFor, Duration overdueFor, Duration behindFor) {

    private static final Duration BEHIND = Duration.ofMinutes(10);

    /** An hour parked, half an hour busy, ten minutes overdue or behind. */
    public static final HealthPolicy DEFAULT =
            new HealthPolicy(Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofMinutes(10));

    /** A policy under which subscriptions may be ten minutes behind. */
    public HealthPolicy(Duration parkedFor, Duration busyFor, Duration overdueFor) {
        this(parkedFor, busyFor, overdueFor, BEHIND);
    }

    public HealthPolicy {
        if (parkedFor.isNegative() || busyFor.isNegative() || overdueFor.isNegative() || behindFor.isNegative()) {
            throw new IllegalArgumentException("nothing lasts less than no time: parked " + parkedFor + ", busy "
                    + busyFor + ", overdue " + overdueFor + ", behind " + behindFor);
        }
    }
}
