package org.orderengine.machine.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.StateDefinition;
import org.orderengine.machine.definition.Transition;
import org.orderengine.machine.definition.Trigger;

/** Where each part of a definition stands, as the path it would have in a document. */
final class DefinitionPlaces<S, E, C> {

    /** The place of the machine as a whole. */
    static final String MACHINE = "machine";

    /** The place of the machine's own initial states. */
    static final String INITIAL = "initial";

    private final Map<S, String> states = new HashMap<>();

    DefinitionPlaces(MachineDefinition<S, E, C> definition) {
        add("", definition.states());
    }

    private void add(String prefix, List<StateDefinition<S, E, C>> inner) {
        for (StateDefinition<S, E, C> state : inner) {
            String place = prefix + "states." + state.name();
            states.putIfAbsent(state.name(), place);
            add(place + ".", state.states());
        }
    }

    String of(S state) {
        return states.getOrDefault(state, "states." + state);
    }

    String initialOf(S state) {
        return of(state) + "." + INITIAL;
    }

    /** The place of the transition at an index of its state. */
    String of(StateDefinition<S, E, C> state, int index) {
        List<Transition<S, E, C>> transitions = state.transitions();
        String key = key(state.name(), transitions.get(index));
        long before = transitions.subList(0, index).stream()
                .filter(other -> key(state.name(), other).equals(key))
                .count();
        return of(state.name()) + "." + key + "[" + before + "]";
    }

    private static <S, E, C> String key(S state, Transition<S, E, C> transition) {
        if (transition.isEventless()) {
            return "always";
        }
        Trigger<S, E> first = transition.triggers().get(0);
        return first instanceof Trigger.Done<S, E> done && done.state().equals(state) ? "done" : "on." + first;
    }
}
