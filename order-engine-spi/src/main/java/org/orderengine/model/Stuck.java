package org.orderengine.model;

import java.time.Duration;
import java.time.Instant;

/**
 * The reason why the due work of an order cannot be done: its process is missing, or deciding it threw. It is tried again after
 * ever longer pauses, and ends with the next thing that happens to the order.
 *
 * @param problem what went wrong last
 * @param attempts how often it was tried in vain, from 1
 * @param since when it was tried first
 * @param due when it is tried next
 */
public record Stuck(Problem problem, int attempts, Instant since, Instant due) {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    public Stuck {
        Checks.requirePositive(attempts, "attempts of stuck work");
    }

    /** The first time that work was tried in vain: it is tried again in a minute. */
    public static Stuck first(Problem problem, Instant now) {
        return new Stuck(problem, 1, now, now.plus(FIRST_PAUSE));
    }

    /** One more time in vain: the pause doubles, up to a day. */
    public Stuck again(Problem newProblem, Instant now) {
        Duration pause = attempts > 10 ? LONGEST_PAUSE : FIRST_PAUSE.multipliedBy(1L << attempts);
        return new Stuck(newProblem, attempts + 1, since, now.plus(pause));
    }
}
