package org.orderengine.machine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes down a {@link MachineDefinition}. Not safe for several threads; the definition it builds is.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <C> the context
 */
public final class MachineBuilder<S, E, C> {

    private final String name;
    private final List<Content<E, C>> initialContent = new ArrayList<>();
    private final List<StateDefinition<S, E, C>> states = new ArrayList<>();
    private List<S> initial = List.of();
    private int maximumMicrosteps = MachineDefinition.DEFAULT_MAXIMUM_MICROSTEPS;

    MachineBuilder(String name) {
        this.name = name;
    }

    /** Where the machine starts; without it, in its first state. Several states lie in regions of one parallel state. */
    @SafeVarargs
    public final MachineBuilder<S, E, C> initial(S... targets) {
        List<S> all = new ArrayList<>();
        for (S target : targets) {
            all.add(target);
        }
        initial = all;
        return this;
    }

    /** Adds what happens before the initial states are entered. */
    public MachineBuilder<S, E, C> initialDoes(Content<E, C> content) {
        initialContent.add(content);
        return this;
    }

    /** Adds a state without anything in it. */
    public MachineBuilder<S, E, C> state(S state) {
        return state(state, body -> {});
    }

    /** Adds a state: compound if the body adds states to it, atomic otherwise. */
    public MachineBuilder<S, E, C> state(S state, Consumer<? super StateBuilder<S, E, C>> body) {
        return state(StateBuilder.define(state, StateKind.ATOMIC, body));
    }

    /** Adds a state all of whose states are active together. */
    public MachineBuilder<S, E, C> parallel(S state, Consumer<? super StateBuilder<S, E, C>> body) {
        return state(StateBuilder.define(state, StateKind.PARALLEL, body));
    }

    /** Adds a state that ends the machine. */
    public MachineBuilder<S, E, C> finalState(S state) {
        return finalState(state, body -> {});
    }

    /** Adds a state that ends the machine, with entry content. */
    public MachineBuilder<S, E, C> finalState(S state, Consumer<? super StateBuilder<S, E, C>> body) {
        return state(StateBuilder.define(state, StateKind.FINAL, body));
    }

    /** Adds a state that is already defined. */
    public MachineBuilder<S, E, C> state(StateDefinition<S, E, C> state) {
        states.add(state);
        return this;
    }

    /** How many microsteps one step may take before it counts as endless. */
    public MachineBuilder<S, E, C> maximumMicrosteps(int count) {
        maximumMicrosteps = count;
        return this;
    }

    /** The definition as written so far, unverified. */
    public MachineDefinition<S, E, C> build() {
        return new MachineDefinition<>(name, initial, initialContent, states, maximumMicrosteps);
    }
}
