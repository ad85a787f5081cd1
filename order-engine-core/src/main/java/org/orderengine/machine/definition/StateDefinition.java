package org.orderengine.machine.definition;

import java.util.List;
import java.util.stream.Stream;

/**
 * A state as defined: plain data, with everything that can happen in it.
 *
 * <p>Any combination can be written down; {@code Machine.verify} says what is wrong with it.
 *
 * <p>More than seven components: there is one for each part of a state in SCXML, and a builder puts them together.
 *
 * @param name the state
 * @param kind its form
 * @param initial where a compound state starts, its first child when empty; where a history leads before anything was recorded
 * @param initialContent what happens when {@code initial} is used, after the parent's entry content
 * @param entry what happens on entering
 * @param exit what happens on leaving
 * @param transitions the ways out, in document order: the first whose guard holds is taken
 * @param states the states inside, in document order
 */
public record StateDefinition<S, E, C>(
        S name,
        StateKind kind,
        List<S> initial,
        List<Content<E, C>> initialContent,
        List<Content<E, C>> entry,
        List<Content<E, C>> exit,
        List<Transition<S, E, C>> transitions,
        List<StateDefinition<S, E, C>> states) {

    /** Copies the lists. */
    public StateDefinition {
        initial = List.copyOf(initial);
        initialContent = List.copyOf(initialContent);
        entry = List.copyOf(entry);
        exit = List.copyOf(exit);
        transitions = List.copyOf(transitions);
        states = List.copyOf(states);
    }

    /** This state and all states inside it, in document order. */
    public Stream<StateDefinition<S, E, C>> selfAndInner() {
        return Stream.concat(Stream.of(this), states.stream().flatMap(StateDefinition::selfAndInner));
    }
}
