package org.orderengine.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Content;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.StateDefinition;
import org.orderengine.machine.definition.StateKind;
import org.orderengine.machine.definition.Transition;
import org.orderengine.machine.definition.Trigger;

/**
 * A slow and simple interpreter of definitions with string states and events, to compare the machine with. It shares no code with it and
 * keeps nothing but names.
 *
 * <p>Source: W3C State Chart XML 1.0, appendix D, procedure by procedure, with the one difference documented in {@code docs/machine.md}: a
 * parallel state that is itself a region ends the parallel state around it.
 */
final class ReferenceInterpreter {

    /** Says that a step took too many microsteps. */
    static final class EndlessException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final String ROOT = "";

    private final MachineDefinition<String, String, Trace> definition;
    private final Trace trace;
    private final Map<String, StateDefinition<String, String, Trace>> states = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final List<String> documentOrder = new ArrayList<>();
    private final Set<String> configuration = new LinkedHashSet<>();
    private final Map<String, Set<String>> histories = new HashMap<>();
    private final Deque<String> internalQueue = new ArrayDeque<>();
    private final List<String> entered = new ArrayList<>();
    private final List<String> exited = new ArrayList<>();
    private boolean running = true;

    ReferenceInterpreter(MachineDefinition<String, String, Trace> definition, Trace trace) {
        this.definition = definition;
        this.trace = trace;
        index(ROOT, definition.states());
    }

    private void index(String parent, List<StateDefinition<String, String, Trace>> inner) {
        for (StateDefinition<String, String, Trace> state : inner) {
            states.put(state.name(), state);
            parents.put(state.name(), parent);
            documentOrder.add(state.name());
            index(state.name(), state.states());
        }
    }

    void start() {
        run(definition.initialContent());
        List<String> targets = initialOf(ROOT);
        Entry entry = new Entry();
        targets.forEach(entry::descend);
        effective(targets).forEach(target -> entry.ascend(target, ROOT));
        enter(entry);
        finishMacrostep(1);
    }

    /** Lets an event happen; false if nothing was taken. */
    boolean fire(String event) {
        entered.clear();
        exited.clear();
        List<Transition<String, String, Trace>> enabled = running ? select(event) : List.of();
        if (enabled.isEmpty()) {
            return false;
        }
        microstep(enabled);
        finishMacrostep(1);
        return true;
    }

    Set<String> activeStates() {
        return new TreeSet<>(configuration.stream().filter(this::isAtomic).toList());
    }

    Map<String, Set<String>> histories() {
        return histories;
    }

    List<String> entered() {
        return entered;
    }

    List<String> exited() {
        return exited;
    }

    private void finishMacrostep(int taken) {
        int microsteps = taken;
        while (running) {
            List<Transition<String, String, Trace>> enabled = select(null);
            if (enabled.isEmpty()) {
                String raised = internalQueue.poll();
                if (raised == null) {
                    return;
                }
                enabled = select(raised);
            }
            if (!enabled.isEmpty()) {
                if (microsteps++ == definition.maximumMicrosteps()) {
                    throw new EndlessException();
                }
                microstep(enabled);
            }
        }
        internalQueue.clear();
    }

    // Selecting transitions

    private List<Transition<String, String, Trace>> select(@Nullable String event) {
        List<Transition<String, String, Trace>> enabled = new ArrayList<>();
        for (String atomic : inDocumentOrder(configuration)) {
            if (isAtomic(atomic)) {
                Transition<String, String, Trace> first = firstEnabled(atomic, event);
                if (first != null && enabled.stream().noneMatch(other -> isSame(other, first))) {
                    enabled.add(first);
                }
            }
        }
        return withoutConflicts(enabled);
    }

    private @Nullable Transition<String, String, Trace> firstEnabled(String atomic, @Nullable String event) {
        for (String state = atomic; !state.equals(ROOT); state = parentOf(state)) {
            for (Transition<String, String, Trace> transition : states(state).transitions()) {
                boolean matches = event == null ? transition.isEventless() : matches(transition, event);
                if (matches && holds(transition.guard())) {
                    return transition;
                }
            }
        }
        return null;
    }

    private static boolean matches(Transition<String, String, Trace> transition, String event) {
        return transition.triggers().stream().anyMatch(trigger -> {
            if (trigger instanceof Trigger.Any<String, String>) {
                return true;
            }
            String descriptor = trigger instanceof Trigger.Done<String, String> done
                    ? "done.state." + done.state()
                    : ((Trigger.On<String, String>) trigger).event();
            return event.equals(descriptor) || event.startsWith(descriptor + ".");
        });
    }

    private boolean holds(Guard<String, Trace> guard) {
        if (guard instanceof Guard.In<String, Trace> in) {
            return configuration.contains(in.state());
        } else if (guard instanceof Guard.Not<String, Trace> not) {
            return !holds(not.guard());
        } else if (guard instanceof Guard.All<String, Trace> all) {
            return all.guards().stream().allMatch(this::holds);
        } else if (guard instanceof Guard.AnyOf<String, Trace> anyOf) {
            return anyOf.guards().stream().anyMatch(this::holds);
        } else if (guard instanceof Guard.Holds<String, Trace> asked) {
            return asked.predicate().test(trace);
        } else if (guard instanceof Guard.Check<String, Trace> check) {
            return check.condition().apply(trace).allowed();
        }
        return true;
    }

    private List<Transition<String, String, Trace>> withoutConflicts(List<Transition<String, String, Trace>> enabled) {
        List<Transition<String, String, Trace>> filtered = new ArrayList<>();
        for (Transition<String, String, Trace> one : enabled) {
            boolean preempted = false;
            List<Transition<String, String, Trace>> remove = new ArrayList<>();
            for (Transition<String, String, Trace> two : filtered) {
                if (!Collections.disjoint(exitSet(List.of(one)), exitSet(List.of(two)))) {
                    if (isInside(one.source(), two.source())) {
                        remove.add(two);
                    } else {
                        preempted = true;
                        break;
                    }
                }
            }
            if (!preempted) {
                filtered.removeIf(other -> remove.stream().anyMatch(gone -> isSame(gone, other)));
                filtered.add(one);
            }
        }
        return filtered;
    }

    // Taking them

    private void microstep(List<Transition<String, String, Trace>> enabled) {
        List<String> exits = inDocumentOrder(exitSet(enabled));
        List<String> domains = enabled.stream().map(this::domain).toList();
        Collections.reverse(exits);
        for (String state : exits) {
            for (StateDefinition<String, String, Trace> child : states(state).states()) {
                if (child.kind().isHistory()) {
                    boolean deep = child.kind() == StateKind.DEEP_HISTORY;
                    Set<String> remembered = new TreeSet<>();
                    for (String active : configuration) {
                        if (deep
                                ? isAtomic(active) && isInside(active, state)
                                : parentOf(active).equals(state)) {
                            remembered.add(active);
                        }
                    }
                    histories.put(child.name(), remembered);
                }
            }
        }
        for (String state : exits) {
            run(states(state).exit());
            configuration.remove(state);
            exited.add(state);
        }
        enabled.forEach(transition -> run(transition.content()));
        Entry entry = new Entry();
        for (Transition<String, String, Trace> transition : enabled) {
            transition.targets().forEach(entry::descend);
            if (!transition.targets().isEmpty()) {
                String domain = domains.get(enabled.indexOf(transition));
                effective(transition.targets()).forEach(target -> entry.ascend(target, domain));
            }
        }
        enter(entry);
    }

    private Set<String> exitSet(List<Transition<String, String, Trace>> transitions) {
        Set<String> exits = new LinkedHashSet<>();
        for (Transition<String, String, Trace> transition : transitions) {
            if (!transition.targets().isEmpty()) {
                String domain = domain(transition);
                configuration.stream().filter(state -> isInside(state, domain)).forEach(exits::add);
            }
        }
        return exits;
    }

    private void enter(Entry entry) {
        for (String state : inDocumentOrder(entry.toEnter)) {
            configuration.add(state);
            entered.add(state);
            run(states(state).entry());
            if (entry.byDefault.contains(state)) {
                run(states(state).initialContent());
            }
            run(entry.historyContent.getOrDefault(state, List.of()));
            if (states(state).kind() == StateKind.FINAL) {
                end(parentOf(state));
            }
        }
    }

    private void end(String parent) {
        if (parent.equals(ROOT)) {
            running = false;
            return;
        }
        internalQueue.add("done.state." + parent);
        for (String outer = parentOf(parent);
                !outer.equals(ROOT) && states(outer).kind() == StateKind.PARALLEL && isInFinalState(outer);
                outer = parentOf(outer)) {
            internalQueue.add("done.state." + outer);
        }
    }

    private boolean isInFinalState(String state) {
        List<StateDefinition<String, String, Trace>> children = childrenOf(state);
        return switch (states(state).kind()) {
            case COMPOUND ->
                children.stream()
                        .anyMatch(child -> child.kind() == StateKind.FINAL && configuration.contains(child.name()));
            case PARALLEL -> children.stream().allMatch(child -> isInFinalState(child.name()));
            default -> false;
        };
    }

    private void run(List<Content<String, Trace>> contents) {
        for (Content<String, Trace> content : contents) {
            if (content instanceof Content.Raise<String, Trace> raise) {
                internalQueue.add(raise.event());
            } else if (content instanceof Content.Act<String, Trace> act) {
                act.action().accept(trace);
            }
        }
    }

    /** What is to be entered, collected. */
    private final class Entry {

        private final Set<String> toEnter = new LinkedHashSet<>();
        private final Set<String> byDefault = new LinkedHashSet<>();
        private final Map<String, List<Content<String, Trace>>> historyContent = new HashMap<>();

        private void descend(String state) {
            if (states(state).kind().isHistory()) {
                Set<String> recorded = histories.get(state);
                List<String> targets = recorded == null ? states(state).initial() : List.copyOf(recorded);
                if (recorded == null) {
                    historyContent.put(parentOf(state), states(state).initialContent());
                }
                targets.forEach(this::descend);
                targets.forEach(target -> ascend(target, parentOf(state)));
                return;
            }
            toEnter.add(state);
            if (states(state).kind() == StateKind.COMPOUND) {
                byDefault.add(state);
                initialOf(state).forEach(this::descend);
                initialOf(state).forEach(target -> ascend(target, state));
            } else if (states(state).kind() == StateKind.PARALLEL) {
                enterRegions(state);
            }
        }

        private void ascend(String state, String until) {
            String outer = parentOf(state);
            while (!outer.equals(ROOT) && !outer.equals(until)) {
                toEnter.add(outer);
                if (states(outer).kind() == StateKind.PARALLEL) {
                    enterRegions(outer);
                }
                outer = parentOf(outer);
            }
        }

        private void enterRegions(String parallel) {
            for (StateDefinition<String, String, Trace> region : childrenOf(parallel)) {
                if (toEnter.stream().noneMatch(state -> isInside(state, region.name()))) {
                    descend(region.name());
                }
            }
        }
    }

    // The tree

    private String domain(Transition<String, String, Trace> transition) {
        Set<String> targets = effective(transition.targets());
        String source = transition.source();
        boolean insideSource = targets.stream().allMatch(target -> isInside(target, source));
        if (transition.internal() && states(source).kind() == StateKind.COMPOUND && insideSource) {
            return source;
        }
        String outer = parentOf(source);
        while (!outer.equals(ROOT)) {
            String candidate = outer;
            if (states(outer).kind() == StateKind.COMPOUND
                    && targets.stream().allMatch(target -> isInside(target, candidate))) {
                return outer;
            }
            outer = parentOf(outer);
        }
        return ROOT;
    }

    private Set<String> effective(Collection<String> targets) {
        Set<String> effective = new LinkedHashSet<>();
        for (String target : targets) {
            if (!states(target).kind().isHistory()) {
                effective.add(target);
            } else if (histories.containsKey(target)) {
                effective.addAll(histories.getOrDefault(target, Set.of()));
            } else {
                effective.addAll(effective(states(target).initial()));
            }
        }
        return effective;
    }

    private List<String> initialOf(String state) {
        List<String> initial =
                state.equals(ROOT) ? definition.initial() : states(state).initial();
        return initial.isEmpty() ? List.of(childrenOf(state).get(0).name()) : initial;
    }

    private List<StateDefinition<String, String, Trace>> childrenOf(String state) {
        List<StateDefinition<String, String, Trace>> all =
                state.equals(ROOT) ? definition.states() : states(state).states();
        return all.stream().filter(child -> !child.kind().isHistory()).toList();
    }

    private boolean isInside(String state, String outer) {
        for (String at = state; !at.equals(ROOT); ) {
            at = parentOf(at);
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAtomic(String state) {
        return childrenOf(state).isEmpty();
    }

    private List<String> inDocumentOrder(Collection<String> names) {
        List<String> ordered = new ArrayList<>(names);
        ordered.sort(Comparator.comparingInt(documentOrder::indexOf));
        return ordered;
    }

    @SuppressWarnings("ReferenceEquality") // Two transitions can be written alike, and are two nevertheless.
    private static boolean isSame(Transition<String, String, Trace> one, Transition<String, String, Trace> two) {
        return one == two;
    }

    private StateDefinition<String, String, Trace> states(String name) {
        StateDefinition<String, String, Trace> state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("no state " + name);
        }
        return state;
    }

    private String parentOf(String state) {
        return parents.getOrDefault(state, ROOT);
    }
}
