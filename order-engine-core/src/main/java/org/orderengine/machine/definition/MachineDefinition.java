package org.orderengine.machine.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A statechart as it is written down: immutable data, apart from any machine that runs it.
 *
 * <pre>{@code
 * MachineDefinition<Door, Move, Log> door = MachineDefinition.<Door, Move, Log>named("door")
 *         .state(OPEN, s -> s.on(CLOSE).to(CLOSED))
 *         .state(CLOSED, s -> s
 *                 .on(OPEN_UP).when("unlocked", Log::unlocked).to(OPEN)
 *                 .on(REMOVE).to(GONE))
 *         .finalState(GONE)
 *         .build();
 * }</pre>
 *
 * <p>Anything can be written down. {@code Machine.verify(door)} says all that is wrong with it, and {@code Machine.compile(door)} gives the machine
 * that runs it, or throws with all errors.
 *
 * <p>States and events are enums or strings, or any type whose values compare with {@code equals}. The context is what guards read and actions
 * write; the machine never looks inside. Safe for any number of threads.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <C> the context
 * @param name what findings and errors call the machine
 * @param initial where it starts; its first state when empty
 * @param initialContent what happens before the initial states are entered
 * @param states the states at the top, in document order
 * @param maximumMicrosteps how many microsteps one step may take before it counts as endless, 1000 unless set
 */
public record MachineDefinition<S, E, C>(
        String name,
        List<S> initial,
        List<Content<E, C>> initialContent,
        List<StateDefinition<S, E, C>> states,
        int maximumMicrosteps) {

    /** How many microsteps one step may take unless set otherwise. */
    public static final int DEFAULT_MAXIMUM_MICROSTEPS = 1000;

    /** Copies the lists; refuses a blank name and a bound below one. */
    public MachineDefinition {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A machine's name is blank; errors and diagrams need one");
        }
        if (maximumMicrosteps < 1) {
            throw new IllegalArgumentException(
                    "Machine " + name + " may take " + maximumMicrosteps + " microsteps; it needs at least 1");
        }
        initial = List.copyOf(initial);
        initialContent = List.copyOf(initialContent);
        states = List.copyOf(states);
    }

    /** Starts a definition. */
    public static <S, E, C> MachineBuilder<S, E, C> named(String name) {
        return new MachineBuilder<>(name);
    }

    /** All states of all depths, history included, in document order. */
    public Stream<StateDefinition<S, E, C>> allStates() {
        return states.stream().flatMap(StateDefinition::selfAndInner);
    }

    /** All transitions in document order. */
    public Stream<Transition<S, E, C>> allTransitions() {
        return allStates().flatMap(state -> state.transitions().stream());
    }

    /** The state of that name, wherever it lies. */
    public Optional<StateDefinition<S, E, C>> state(S state) {
        return allStates().filter(candidate -> candidate.name().equals(state)).findFirst();
    }
}
