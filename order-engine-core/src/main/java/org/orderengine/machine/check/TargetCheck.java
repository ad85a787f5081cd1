package org.orderengine.machine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Rule;
import org.orderengine.machine.definition.StateDefinition;
import org.orderengine.machine.definition.StateKind;
import org.orderengine.machine.definition.Transition;
import org.orderengine.machine.definition.Trigger;

/** Checks that every state named anywhere exists, lies where it must, and can be active together with those named beside it. */
final class TargetCheck<S, E, C> {

    private final MachineDefinition<S, E, C> definition;
    private final DefinitionPlaces<S, E, C> places;
    private final FindingCollector report;
    private final Map<S, StateDefinition<S, E, C>> states = new HashMap<>();
    private final Map<S, S> parents = new HashMap<>();

    TargetCheck(MachineDefinition<S, E, C> definition, DefinitionPlaces<S, E, C> places, FindingCollector report) {
        this.definition = definition;
        this.places = places;
        this.report = report;
        definition.allStates().forEach(state -> {
            states.putIfAbsent(state.name(), state);
            state.states().forEach(child -> parents.putIfAbsent(child.name(), state.name()));
        });
    }

    void run() {
        checkTargets(definition.initial(), DefinitionPlaces.INITIAL);
        definition.allStates().forEach(this::check);
    }

    private void check(StateDefinition<S, E, C> state) {
        String initial = places.initialOf(state.name());
        checkTargets(state.initial(), initial);
        if (state.kind() == StateKind.COMPOUND) {
            requireInside(state.initial(), state.name(), Rule.BAD_INITIAL, initial);
        } else if (state.kind().isHistory()) {
            checkHistory(state, initial);
        }
        for (int index = 0; index < state.transitions().size(); index++) {
            Transition<S, E, C> transition = state.transitions().get(index);
            String place = places.of(state, index);
            checkTargets(transition.targets(), place);
            checkGuard(transition.guard(), place);
            transition.triggers().forEach(trigger -> {
                if (trigger instanceof Trigger.Done<S, E> done) {
                    requireKnown(Rule.UNKNOWN_STATE, done.state(), "waits for the end of", place);
                }
            });
        }
    }

    private void checkHistory(StateDefinition<S, E, C> history, String place) {
        S parent = parents.get(history.name());
        if (parent == null) {
            return;
        }
        requireInside(history.initial(), parent, Rule.BAD_HISTORY, place);
        for (S target : history.initial()) {
            StateDefinition<S, E, C> state = states.get(target);
            if (state != null && state.kind().isHistory() && parent.equals(parents.get(target))) {
                report.add(
                        Rule.BAD_HISTORY,
                        place,
                        "history " + history.name() + " leads to " + target + ", a history of the same state",
                        "name a state of " + parent + " to start with");
            }
        }
    }

    private void checkGuard(Guard<S, C> guard, String place) {
        if (guard instanceof Guard.In<S, C> in) {
            requireKnown(Rule.UNKNOWN_STATE, in.state(), "asks for", place);
        } else if (guard instanceof Guard.Not<S, C> not) {
            checkGuard(not.guard(), place);
        } else if (guard instanceof Guard.All<S, C> all) {
            all.guards().forEach(inner -> checkGuard(inner, place));
        } else if (guard instanceof Guard.AnyOf<S, C> anyOf) {
            anyOf.guards().forEach(inner -> checkGuard(inner, place));
        }
    }

    private void checkTargets(List<S> targets, String place) {
        targets.forEach(target -> requireKnown(Rule.UNKNOWN_TARGET, target, "leads to", place));
        List<S> known = targets.stream().filter(states::containsKey).distinct().toList();
        for (int first = 0; first < known.size(); first++) {
            for (int second = first + 1; second < known.size(); second++) {
                checkTogether(known.get(first), known.get(second), place);
            }
        }
    }

    private void checkTogether(S first, S second, String place) {
        List<S> above = lineage(first);
        S meeting = lineage(second).stream().filter(above::contains).findFirst().orElse(null);
        boolean nested = first.equals(meeting) || second.equals(meeting);
        StateDefinition<S, E, C> common = meeting == null ? null : states.get(meeting);
        if (nested || common == null || common.kind() != StateKind.PARALLEL) {
            report.add(
                    Rule.CONFLICTING_TARGETS,
                    place,
                    nested
                            ? "of the targets " + first + " and " + second + " one lies inside the other"
                            : "the targets " + first + " and " + second + " are never active together",
                    nested ? "name the inner one only" : "name states in different regions of one parallel state");
        }
    }

    private List<S> lineage(S state) {
        List<S> lineage = new ArrayList<>();
        for (@Nullable S at = state; at != null && !lineage.contains(at); at = parents.get(at)) {
            lineage.add(at);
        }
        return lineage;
    }

    private void requireInside(List<S> targets, S outer, Rule rule, String place) {
        targets.stream()
                .filter(target -> states.containsKey(target)
                        && (target.equals(outer) || !lineage(target).contains(outer)))
                .forEach(target -> report.add(
                        rule,
                        place,
                        "state " + target + " does not lie inside " + outer,
                        "name a state inside " + outer));
    }

    private void requireKnown(Rule rule, S state, String what, String place) {
        if (!states.containsKey(state)) {
            report.add(
                    rule,
                    place,
                    "it " + what + " " + state + ", which is no state",
                    NearestName.to(state.toString(), states.keySet()));
        }
    }
}
