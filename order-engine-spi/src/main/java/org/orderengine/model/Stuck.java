package org.orderengine.model;

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

    public Stuck {
        Checks.requirePositive(attempts, "attempts of stuck work");
    }
}
