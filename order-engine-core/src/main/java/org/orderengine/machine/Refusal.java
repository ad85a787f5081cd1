package org.orderengine.machine;

import java.util.List;
import java.util.stream.Collectors;
import org.orderengine.machine.definition.Transition;
import org.orderengine.machine.definition.Verdict;

/**
 * Why an event was not accepted.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <C> the context
 */
public sealed interface Refusal<S, E, C> {

    /** The refusal in words. */
    String message();

    /**
     * No active state has a transition for the event.
     */
    record NoCandidate<S, E, C>() implements Refusal<S, E, C> {

        @Override
        public String message() {
            return "no active state handles the event";
        }
    }

    /**
     * There are transitions for the event, and each one's guard said no.
     *
     * @param noes each candidate with its guard's answer, in the order they were asked
     */
    record Guarded<S, E, C>(List<No<S, E, C>> noes) implements Refusal<S, E, C> {

        /** Copies the list. */
        public Guarded {
            noes = List.copyOf(noes);
        }

        @Override
        public String message() {
            return noes.stream().map(no -> no.verdict().reason()).distinct().collect(Collectors.joining("; "));
        }
    }

    /**
     * The machine has reached a final state.
     */
    record Finished<S, E, C>() implements Refusal<S, E, C> {

        @Override
        public String message() {
            return "the machine has come to its end";
        }
    }

    /**
     * A candidate that was not taken.
     *
     * @param transition the candidate
     * @param verdict its guard's answer
     */
    record No<S, E, C>(Transition<S, E, C> transition, Verdict verdict) {}
}
