package org.orderengine.process;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A transition that an action may set off where an order is.
 *
 * @param source the state that has it: an active one
 * @param place where it stands in the definition, as {@code states.created.on.pay[0]}
 * @param index its place in the list of its action, from 0
 * @param target the state that it leads to; null if it keeps the state
 * @param guards its guards in the order in which they are asked, each with its answer
 * @param standing what becomes of it
 */
public record ConsideredTransition(
        String source, String place, int index, @Nullable String target, List<GuardAnswer> guards, Standing standing) {

    /** What becomes of a transition. */
    public enum Standing {
        /** It is taken. */
        TAKEN,
        /** Its guards hold, and one of another region, or one further in, goes first. */
        PREEMPTED,
        /** Its guards hold, and the order is busy, or its books have no room for the action. */
        HELD_BACK,
        /** One of its guards says no. */
        REFUSED,
        /** Its guards are not asked, since one before it is taken. */
        NOT_ASKED
    }

    /** Copies the list. */
    public ConsideredTransition {
        guards = List.copyOf(guards);
    }

    /** This one, when what it would do is not done after all. */
    public ConsideredTransition heldBack() {
        return standing == Standing.TAKEN
                ? new ConsideredTransition(source, place, index, target, guards, Standing.HELD_BACK)
                : this;
    }

    @Override
    public String toString() {
        String asked = guards.isEmpty()
                ? ""
                : guards.stream().map(GuardAnswer::toString).collect(Collectors.joining(", ", " (", ")"));
        return place + (target == null ? " keeps " + source : " leads to " + target) + ": "
                + standing.name().toLowerCase(Locale.ROOT).replace('_', ' ') + asked;
    }
}
