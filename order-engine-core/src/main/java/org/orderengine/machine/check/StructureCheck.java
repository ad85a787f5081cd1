package org.orderengine.machine.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Rule;
import org.orderengine.machine.definition.StateDefinition;
import org.orderengine.machine.definition.StateKind;

/** Checks that each state has the parts its kind needs, and no others. */
final class StructureCheck<S, E, C> {

    private final MachineDefinition<S, E, C> definition;
    private final DefinitionPlaces<S, E, C> places;
    private final FindingCollector report;

    StructureCheck(MachineDefinition<S, E, C> definition, DefinitionPlaces<S, E, C> places, FindingCollector report) {
        this.definition = definition;
        this.places = places;
        this.report = report;
    }

    void run() {
        if (definition.states().stream().allMatch(state -> state.kind().isHistory())) {
            report.add(
                    Rule.NO_STATES,
                    DefinitionPlaces.MACHINE,
                    "machine " + definition.name() + " has no state to be in",
                    "add one");
        }
        definition.states().stream()
                .filter(state -> state.kind().isHistory())
                .forEach(state -> bad(state, "is a history at the top", "put it inside the state whose past it holds"));
        Set<S> seen = new HashSet<>();
        definition
                .allStates()
                .filter(state -> !seen.add(state.name()))
                .forEach(state -> report.add(
                        Rule.DUPLICATE_STATE,
                        places.of(state.name()),
                        "there is more than one state " + state.name(),
                        "give each state a name of its own, also across levels"));
        definition.allStates().forEach(this::check);
    }

    private void check(StateDefinition<S, E, C> state) {
        switch (state.kind()) {
            case ATOMIC -> refuseInner(state, "atomic");
            case COMPOUND -> {
                if (state.states().stream().allMatch(child -> child.kind().isHistory())) {
                    bad(state, "is compound and has no state inside to be in", "add one, or make it atomic");
                }
            }
            case PARALLEL -> checkParallel(state);
            case FINAL -> {
                refuseInner(state, "final");
                if (!state.transitions().isEmpty()) {
                    bad(state, "is final and has transitions", "remove them, or make it an ordinary state");
                }
            }
            case SHALLOW_HISTORY, DEEP_HISTORY -> checkHistory(state);
        }
        for (int index = 0; index < state.transitions().size(); index++) {
            S source = state.transitions().get(index).source();
            if (!source.equals(state.name())) {
                report.add(
                        Rule.WRONG_SOURCE,
                        places.of(state, index),
                        "the transition stands in state " + state.name() + " and starts from " + source,
                        "list it in state " + source);
            }
        }
    }

    private void checkParallel(StateDefinition<S, E, C> state) {
        List<StateDefinition<S, E, C>> regions = state.states().stream()
                .filter(child -> !child.kind().isHistory())
                .toList();
        if (regions.isEmpty()) {
            bad(state, "is parallel and has no state inside", "add states that are active together");
        }
        regions.stream()
                .filter(region -> region.kind() == StateKind.FINAL)
                .forEach(region -> bad(
                        region,
                        "is final and a region of parallel " + state.name(),
                        "put it inside a compound region, which then ends when it is entered"));
        if (!state.initial().isEmpty()) {
            report.add(
                    Rule.BAD_INITIAL,
                    places.initialOf(state.name()),
                    "parallel state " + state.name() + " names initial states, and all its states are entered anyway",
                    "remove the initial, or set one in each region");
        }
    }

    private void checkHistory(StateDefinition<S, E, C> state) {
        if (!state.states().isEmpty()
                || !state.transitions().isEmpty()
                || !state.entry().isEmpty()
                || !state.exit().isEmpty()) {
            bad(state, "is a history and has states, transitions or actions", "keep only where it leads by default");
        }
        if (state.initial().isEmpty()) {
            report.add(
                    Rule.BAD_HISTORY,
                    places.of(state.name()),
                    "history " + state.name() + " does not say where it leads before anything was recorded",
                    "name a default state inside its parent");
        }
    }

    private void refuseInner(StateDefinition<S, E, C> state, String kind) {
        if (!state.states().isEmpty()) {
            bad(state, "is " + kind + " and has states inside", "make it compound or parallel, or move them out");
        }
        if (!state.initial().isEmpty()) {
            report.add(
                    Rule.BAD_INITIAL,
                    places.initialOf(state.name()),
                    kind + " state " + state.name() + " names an initial state",
                    "remove it, or add the states inside");
        }
    }

    private void bad(StateDefinition<S, E, C> state, String message, String remedy) {
        report.add(Rule.BAD_STRUCTURE, places.of(state.name()), "state " + state.name() + " " + message, remedy);
    }
}
