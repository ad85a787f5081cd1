package org.orderengine.process.compiled;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;
import org.orderengine.model.Position;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;

/**
 * The way between the positions that orders keep and the instances of a machine.
 *
 * <p>Most orders are in one state, without history; the instances of those positions are made once.
 */
final class ProcessPositions {

    private final Machine<String, String, Subject> machine;
    private final Map<String, Instance<String>> plain = new HashMap<>();

    ProcessPositions(ProcessDefinition definition, Machine<String, String, Subject> machine) {
        this.machine = machine;
        addPlain(definition.states());
    }

    private void addPlain(Map<String, ProcessState> inner) {
        inner.forEach((name, state) -> {
            if (state.states().isEmpty() && state.history() == null) {
                plain.put(name, machine.instance(List.of(name), Map.of()));
            }
            if (!state.parallel()) {
                addPlain(state.states());
            }
        });
    }

    static Position of(Instance<String> instance) {
        return new Position(instance.activeStates(), instance.history(), instance.isFinished());
    }

    /** The position where these states are active together. */
    Position of(List<String> active, Map<String, List<String>> history) {
        return of(machine.instance(active, history));
    }

    Instance<String> instance(Position position) {
        if (position.states().size() == 1 && position.history().isEmpty()) {
            Instance<String> known = plain.get(position.states().get(0));
            if (known != null) {
                return known;
            }
        }
        return machine.instance(position.states(), position.history());
    }
}
