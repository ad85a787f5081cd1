package org.orderengine.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Phase;

/** The phases of the states of a definition: each state's own, or that of the nearest state around it. */
final class StatePhases {

    private final Map<String, Phase> byState = new HashMap<>();

    StatePhases(Map<String, ProcessState> states) {
        add(states, null);
    }

    private void add(Map<String, ProcessState> states, @Nullable Phase around) {
        states.forEach((name, state) -> {
            Phase phase = state.phase() == null ? around : state.phase();
            if (phase != null) {
                byState.put(name, phase);
            }
            add(state.states(), phase);
        });
    }

    /** The phase of the first of these states that has one; null if none has. */
    @Nullable
    Phase of(List<String> states) {
        for (String state : states) {
            Phase phase = byState.get(state);
            if (phase != null) {
                return phase;
            }
        }
        return null;
    }
}
