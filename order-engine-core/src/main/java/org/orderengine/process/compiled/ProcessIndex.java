package org.orderengine.process.compiled;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.ChildKind;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;
import org.orderengine.process.vocabulary.ProcessEvents;

/** What a definition names, found by name: states, actions, timers, effects, and the machines of its children. Immutable. */
final class ProcessIndex {

    private final ProcessDefinition definition;
    private final Map<ChildKind, CompiledChild> children;
    private final Map<String, ChildKind> childActions = new HashMap<>();
    private final Map<String, ProcessState> states = new LinkedHashMap<>();
    private final Map<String, String> around = new HashMap<>();
    private final Map<String, String> actionEvents = new HashMap<>();
    private final Set<String> actions;
    private final Set<String> timers = new HashSet<>();

    ProcessIndex(ProcessDefinition definition, Map<ChildKind, CompiledChild> children) {
        this.definition = definition;
        this.children = children;
        children.forEach((kind, child) -> child.actions().forEach(action -> childActions.put(action, kind)));
        index(definition.states());
        this.actions = actionEvents.keySet().stream()
                .filter(action -> !action.equals("*") && !ChildEvents.isRaised(action))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void index(Map<String, ProcessState> inner) {
        inner.forEach((name, state) -> {
            states.put(name, state);
            timers.addAll(state.after().keySet());
            state.on().keySet().forEach(action -> actionEvents.put(action, ProcessEvents.action(action)));
            state.states().keySet().forEach(within -> around.put(within, name));
            index(state.states());
        });
    }

    /** These states, and all that are around them. */
    Set<String> withThoseAround(List<String> active) {
        Set<String> names = new LinkedHashSet<>();
        for (String state : active) {
            for (String name = state; name != null && names.add(name); ) {
                name = around.get(name);
            }
        }
        return names;
    }

    CompiledChild child(ChildKind kind) {
        CompiledChild child = children.get(kind);
        if (child == null) {
            throw new IllegalStateException("process " + definition.reference() + " has no machine for a " + kind);
        }
        return child;
    }

    @Nullable
    ChildKind childOf(String action) {
        return childActions.get(action);
    }

    Set<String> childActions() {
        return Collections.unmodifiableSet(childActions.keySet());
    }

    boolean hears(ChildKind kind) {
        return actionEvents.containsKey(ChildEvents.raised(kind));
    }

    ProcessState state(String name) {
        ProcessState state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("process " + definition.reference() + " has no state " + name);
        }
        return state;
    }

    boolean hasState(String name) {
        return states.containsKey(name);
    }

    Set<String> stateNames() {
        return Collections.unmodifiableSet(states.keySet());
    }

    Set<String> effects() {
        Set<String> effects = new LinkedHashSet<>();
        for (ProcessState state : states.values()) {
            effects.addAll(state.run());
            effects.addAll(state.entry());
            effects.addAll(state.exit());
        }
        return effects;
    }

    List<String> beginnings(String name) {
        ProcessState state = state(name);
        if (state.states().isEmpty()) {
            return List.of(name);
        }
        Set<String> entered = new LinkedHashSet<>();
        if (state.parallel()) {
            state.states().forEach((region, inner) -> {
                if (inner.history() == null) {
                    entered.addAll(beginnings(region));
                }
            });
        } else if (state.initial() != null) {
            entered.addAll(beginnings(state.initial()));
        }
        return List.copyOf(entered);
    }

    Set<String> actions() {
        return actions;
    }

    boolean takes(String action) {
        return actionEvents.containsKey(action) || actionEvents.containsKey("*");
    }

    /** The event of the machine that an action is, known to the definition or not. */
    String event(String action) {
        String event = actionEvents.get(action);
        return event == null ? ProcessEvents.action(action) : event;
    }

    Set<String> timers() {
        return Collections.unmodifiableSet(timers);
    }
}
