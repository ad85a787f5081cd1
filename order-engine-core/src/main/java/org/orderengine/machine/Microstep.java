package org.orderengine.machine;

import java.util.List;
import org.orderengine.machine.definition.Transition;

/**
 * One round of a step: transitions taken together, with what they left and entered.
 *
 * @param taken the transitions, in document order of what made them eligible; empty for the entry into the initial states
 * @param exited the states left, inner before outer
 * @param entered the states entered, outer before inner
 */
public record Microstep<S, E, C>(List<Transition<S, E, C>> taken, List<S> exited, List<S> entered) {

    /** Copies the lists. */
    public Microstep {
        taken = List.copyOf(taken);
        exited = List.copyOf(exited);
        entered = List.copyOf(entered);
    }
}
