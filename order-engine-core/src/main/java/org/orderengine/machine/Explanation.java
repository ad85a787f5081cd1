package org.orderengine.machine;

import java.util.List;
import org.orderengine.machine.definition.Transition;

/**
 * What an event would do in an instance, and why.
 *
 * @param step what {@link Machine#preview} gives
 * @param candidates every transition for the event of every active state, in the order they are considered
 */
public record Explanation<S, E, C>(Step<S, E, C> step, List<Candidate<S, E, C>> candidates) {

    /** Copies the list. */
    public Explanation {
        candidates = List.copyOf(candidates);
    }

    /** Whether the event would be accepted. */
    public boolean accepted() {
        return step.accepted();
    }

    /** What becomes of a candidate. */
    public enum Standing {
        /** It would be taken. */
        TAKEN,
        /** Its guard holds, and a transition of another region, or one further in, goes first. */
        PREEMPTED,
        /** Its guard says no. */
        REFUSED,
        /** Its guard is not asked, since a candidate before it would be taken. */
        NOT_ASKED
    }

    /**
     * A transition that was considered.
     *
     * @param transition the transition
     * @param standing what becomes of it
     * @param reason why its guard says no; empty unless it does
     */
    public record Candidate<S, E, C>(Transition<S, E, C> transition, Standing standing, String reason) {}
}
