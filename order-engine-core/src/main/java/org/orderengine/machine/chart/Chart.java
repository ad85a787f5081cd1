package org.orderengine.machine.chart;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.orderengine.machine.definition.Content;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.StateDefinition;
import org.orderengine.machine.definition.StateKind;
import org.orderengine.machine.definition.Transition;
import org.orderengine.machine.definition.Trigger;

/**
 * A definition with its states numbered in document order, the root being zero: the static part of a compiled machine.
 *
 * <p>A state's descendants have the numbers that follow its own up to its {@code end}, so that ancestry is a comparison.
 */
public final class Chart<S, E, C> {

    /** The number of the root, which holds the states at the top. */
    public static final int ROOT = 0;

    private final List<StateDefinition<S, E, C>> definitions;
    private final List<S> names;
    private final Map<S, Integer> numbers = new HashMap<>();
    private final EventTable<S, E> events;
    private final StateKind[] kinds;
    private final int[] parents;
    private final int[] ends;
    private final int[][] children;
    private final int[][] histories;
    private final int[][] initials;
    private final List<List<Content<E, C>>> initialContents = new ArrayList<>();
    private final List<List<Edge<S, E, C>>> edges = new ArrayList<>();

    private Chart(MachineDefinition<S, E, C> definition) {
        definitions = definition.allStates().toList();
        names = definitions.stream().map(StateDefinition::name).toList();
        int size = definitions.size() + 1;
        kinds = new StateKind[size];
        parents = new int[size];
        ends = new int[size];
        children = new int[size][];
        histories = new int[size][];
        initials = new int[size][];
        for (StateDefinition<S, E, C> state : definitions) {
            numbers.put(state.name(), numbers.size() + 1);
        }
        kinds[ROOT] = StateKind.COMPOUND;
        parents[ROOT] = -1;
        ends[ROOT] = size;
        place(ROOT, definition.states(), definition.initial());
        definitions.forEach(state -> kinds[number(state.name())] = state.kind());
        definitions.forEach(state -> place(number(state.name()), state.states(), state.initial()));
        initialContents.add(definition.initialContent());
        definitions.forEach(state -> initialContents.add(state.initialContent()));
        events = new EventTable<>(namedEvents(definition), names);
        edges.add(List.of());
        definitions.forEach(
                state -> edges.add(state.transitions().stream().map(this::edge).toList()));
    }

    /** The chart of a definition that verification found structurally sound. */
    public static <S, E, C> Chart<S, E, C> of(MachineDefinition<S, E, C> definition) {
        return new Chart<>(definition);
    }

    private void place(int state, List<StateDefinition<S, E, C>> inner, List<S> initial) {
        inner.forEach(child -> parents[number(child.name())] = state);
        for (StateDefinition<S, E, C> child : inner) {
            ends[number(child.name())] =
                    number(child.name()) + (int) child.selfAndInner().count();
        }
        children[state] = inner.stream()
                .filter(child -> !child.kind().isHistory())
                .mapToInt(child -> number(child.name()))
                .toArray();
        histories[state] = inner.stream()
                .filter(child -> child.kind().isHistory())
                .mapToInt(child -> number(child.name()))
                .toArray();
        boolean startsInFirst = initial.isEmpty() && kinds[state] == StateKind.COMPOUND;
        initials[state] = startsInFirst
                ? new int[] {children[state][0]}
                : initial.stream().mapToInt(this::number).toArray();
    }

    private static <S, E, C> List<E> namedEvents(MachineDefinition<S, E, C> definition) {
        List<E> named = new ArrayList<>();
        definition
                .allTransitions()
                .flatMap(transition -> transition.triggers().stream())
                .forEach(trigger -> {
                    if (trigger instanceof Trigger.On<S, E> on) {
                        named.add(on.event());
                    }
                });
        Stream<Content<E, C>> contents = Stream.concat(
                definition.initialContent().stream(),
                Stream.concat(
                        definition.allTransitions().flatMap(transition -> transition.content().stream()),
                        definition.allStates().flatMap(state -> Stream.of(
                                        state.entry(), state.exit(), state.initialContent())
                                .flatMap(List::stream))));
        contents.forEach(content -> {
            if (content instanceof Content.Raise<E, C> raise) {
                named.add(raise.event());
            }
        });
        return named;
    }

    private Edge<S, E, C> edge(Transition<S, E, C> transition) {
        BitSet matched = new BitSet();
        transition.triggers().forEach(trigger -> matched.or(events.matchedBy(trigger, numbers)));
        int[] targets = transition.targets().stream().mapToInt(this::number).toArray();
        return new Edge<>(transition, number(transition.source()), targets, matched);
    }

    /** How many states there are, the root included. */
    public int size() {
        return kinds.length;
    }

    public EventTable<S, E> events() {
        return events;
    }

    public StateDefinition<S, E, C> definition(int state) {
        return definitions.get(state - 1);
    }

    public S name(int state) {
        return names.get(state - 1);
    }

    public List<S> names(int[] states) {
        List<S> names = new ArrayList<>(states.length);
        for (int state : states) {
            names.add(name(state));
        }
        return List.copyOf(names);
    }

    /** The names of all states, in the order of their numbers. */
    public List<S> names() {
        return names;
    }

    public boolean knows(S state) {
        return numbers.containsKey(state);
    }

    /** The number of a state that this chart knows. */
    public int number(S state) {
        Integer number = numbers.get(state);
        if (number == null) {
            throw new IllegalArgumentException("There is no state " + state + "; the states are " + numbers.keySet());
        }
        return number;
    }

    public StateKind kind(int state) {
        return kinds[state];
    }

    /** The number of the parent, or -1 for the root. */
    public int parent(int state) {
        return parents[state];
    }

    public int[] children(int state) {
        return children[state];
    }

    public int[] histories(int state) {
        return histories[state];
    }

    /** Where a compound state starts, or what a history leads to before it recorded anything. */
    public int[] initial(int state) {
        return initials[state];
    }

    public List<Content<E, C>> initialContent(int state) {
        return initialContents.get(state);
    }

    public List<Edge<S, E, C>> edges(int state) {
        return edges.get(state);
    }

    public boolean isAtomic(int state) {
        return kinds[state] == StateKind.ATOMIC || kinds[state] == StateKind.FINAL;
    }

    /** Whether the first state lies somewhere inside the second; no state lies inside itself. */
    public boolean isDescendant(int state, int ancestor) {
        return state > ancestor && state < ends[ancestor];
    }

    /** The states inside the given one that belong to the given set. */
    public BitSet descendants(int state, BitSet among) {
        BitSet inside = new BitSet();
        inside.set(state + 1, ends[state]);
        inside.and(among);
        return inside;
    }
}
