package org.orderengine.testkit.property;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTransition;

/**
 * The names that a definition uses, and which state lies in which.
 *
 * @param guards the guards
 * @param effects the effects
 * @param rules the rules of timers
 * @param deferred the actions that busy states keep for later
 * @param states every state by name
 * @param parents the state around each that is not at the top
 */
record Names(
        Set<String> guards,
        Set<String> effects,
        Set<String> rules,
        Set<String> deferred,
        Map<String, ProcessState> states,
        Map<String, String> parents) {

    static Names of(ProcessDefinition definition) {
        Names names = new Names(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new HashMap<>(),
                new HashMap<>());
        names.add(definition.states());
        return names;
    }

    private void add(Map<String, ProcessState> inner) {
        inner.forEach((name, state) -> {
            states.put(name, state);
            state.states().keySet().forEach(child -> parents.put(child, name));
            effects.addAll(state.run());
            effects.addAll(state.entry());
            effects.addAll(state.exit());
            deferred.addAll(state.defer());
            state.on().values().forEach(this::addGuards);
            state.after().values().forEach(timer -> {
                addGuards(timer.transitions());
                if (timer.at() != null) {
                    rules.add(timer.at());
                }
            });
            addGuards(state.always());
            addGuards(state.done());
            addGuards(state.declined());
            addGuards(state.failed());
            add(state.states());
        });
    }

    private void addGuards(List<ProcessTransition> ways) {
        ways.forEach(way -> guards.addAll(way.when()));
    }

    /** Whether a state is active, given the active ones that hold no others. */
    boolean isActive(String state, List<String> active) {
        for (String leaf : active) {
            for (String at = leaf; at != null; at = parents.get(at)) {
                if (at.equals(state)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The active states, those around them included, given the active ones that hold no others. */
    Set<String> active(List<String> leaves) {
        Set<String> all = new LinkedHashSet<>();
        for (String leaf : leaves) {
            for (String at = leaf; at != null; at = parents.get(at)) {
                all.add(at);
            }
        }
        return all;
    }
}
