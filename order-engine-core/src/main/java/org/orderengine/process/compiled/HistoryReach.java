package org.orderengine.process.compiled;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.orderengine.machine.Step;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTimer;

/** From which states of a process an order can come back to where it was, and what it comes back to. Immutable. */
public final class HistoryReach {

    private final Map<String, Set<String>> remembered = new HashMap<>();
    private final Map<String, Set<String>> targets = new HashMap<>();

    HistoryReach(ProcessDefinition definition) {
        index(definition.states());
        targets.values().forEach(states -> states.retainAll(remembered.keySet()));
        targets.values().removeIf(Set::isEmpty);
    }

    private void index(Map<String, ProcessState> siblings) {
        siblings.forEach((name, state) -> {
            if (state.history() != null) {
                Set<String> inside = new HashSet<>();
                addStates(siblings, state.history() == ProcessState.History.DEEP, inside);
                remembered.put(name, inside);
            }
            targets.put(name, targets(state));
            index(state.states());
        });
    }

    private static void addStates(Map<String, ProcessState> siblings, boolean deep, Set<String> found) {
        siblings.forEach((name, state) -> {
            found.add(name);
            if (deep) {
                addStates(state.states(), true, found);
            }
        });
    }

    private static Set<String> targets(ProcessState state) {
        Set<String> names = new LinkedHashSet<>();
        Stream.of(
                        state.on().values().stream(),
                        state.after().values().stream().map(ProcessTimer::transitions),
                        Stream.of(state.always(), state.done(), state.declined(), state.failed()))
                .flatMap(lists -> lists)
                .flatMap(List::stream)
                .forEach(transition -> {
                    if (transition.to() != null) {
                        names.add(transition.to());
                    }
                });
        return names;
    }

    /** Whether an order that left a state may come back to it as it was, from where it is. */
    public boolean leadTo(String left, Predicate<String> isIn) {
        for (Map.Entry<String, Set<String>> way : targets.entrySet()) {
            if (isIn.test(way.getKey()) && way.getValue().stream().anyMatch(history -> remembers(history, left))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a step came back to a state as it was. */
    public boolean wereTaken(Step<String, String, Subject> step, String entered) {
        return step.taken().stream()
                .flatMap(transition -> transition.targets().stream())
                .anyMatch(target -> remembers(target, entered));
    }

    private boolean remembers(String history, String state) {
        return remembered.getOrDefault(history, Set.of()).contains(state);
    }
}
