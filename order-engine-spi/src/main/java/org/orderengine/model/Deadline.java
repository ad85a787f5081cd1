package org.orderengine.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time of a timer in one order, instead of the time that its process gives. It is either a duration or an instant.
 *
 * @param timer the timer's name, as the process definition gives it
 * @param in how long after its state was entered, more than zero
 * @param at when, at once if that is past when its state is entered
 */
public record Deadline(String timer, @Nullable Duration in, @Nullable Instant at) {

    public Deadline {
        Checks.requireText(timer, "timer");
        if ((in == null) == (at == null)) {
            throw Checks.refused("a deadline of timer " + timer + " has either a duration or an instant");
        }
        if (in != null && (in.isNegative() || in.isZero())) {
            throw Checks.refused("a deadline of timer " + timer + " is in " + in + ", not more than zero");
        }
    }

    /** When the timer fires if its state is entered at {@code now}. */
    public Instant dueAt(Instant now) {
        if (at != null) {
            return at.isBefore(now) ? now : at;
        }
        return in == null ? now : now.plus(in);
    }
}
