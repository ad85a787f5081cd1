package org.orderengine.machine.check;

import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;
import java.util.Set;
import org.orderengine.machine.definition.StateDefinition;
import org.orderengine.machine.definition.Transition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.Edge;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.Rule;
import org.orderengine.machine.definition.StateKind;

/**
 * Finds eventless transitions that go round for ever: whatever guards answer, or as soon as one guard that all of them have says yes.
 *
 * <p>A state is in such a round if some eventless transition of it is unguarded, so that one is always taken, and each that may be taken stays
 * among such states. Then each guard is assumed to say yes, and rounds of transitions that all have it are looked for: guards change nothing
 * and depend on the context only, which a round without content leaves as it is. Inside a parallel state it is only called endless where no other region could break it.
 */
final class LoopCheck<S, E, C> {

    private final Chart<S, E, C> chart;
    private final Reachability<S, E, C> flow;
    private final DefinitionPlaces<S, E, C> places;
    private final FindingCollector report;
    private final BitSet told = new BitSet();
    /** The guard that is assumed to say yes; null for none. */
    private @Nullable Guard<S, C> assumed;

    LoopCheck(
            Chart<S, E, C> chart,
            Reachability<S, E, C> flow,
            DefinitionPlaces<S, E, C> places,
            FindingCollector report) {
        this.chart = chart;
        this.flow = flow;
        this.places = places;
        this.report = report;
    }

    void run() {
        round();
        for (Guard<S, C> guard : guards()) {
            assumed = guard;
            round();
        }
    }

    /** The guards of eventless transitions that depend on nothing but the context. */
    private Set<Guard<S, C>> guards() {
        Set<Guard<S, C>> guards = new LinkedHashSet<>();
        for (int state = 1; state < chart.size(); state++) {
            for (Edge<S, E, C> edge : chart.edges(state)) {
                Guard<S, C> guard = edge.transition().guard();
                if (edge.transition().isEventless() && (guard instanceof Guard.Check || guard instanceof Guard.Holds)) {
                    guards.add(guard);
                }
            }
        }
        return guards;
    }

    private void round() {
        BitSet restless = new BitSet();
        for (int state = 1; state < chart.size(); state++) {
            if (chart.isAtomic(state) && flow.reachable().get(state) && isUndisturbed(state)) {
                restless.set(state, !choices(state).isEmpty());
            }
        }
        boolean fewer = true;
        while (fewer) {
            int before = restless.cardinality();
            restless.stream().filter(state -> !staysAmong(restless, state)).forEach(restless::clear);
            fewer = restless.cardinality() < before;
        }
        restless.stream().filter(state -> !told.get(state)).forEach(this::tell);
    }

    /** The eventless transitions one of which is taken in a state in any case; none if its guards may all say no. */
    private List<Edge<S, E, C>> choices(int atomic) {
        List<Edge<S, E, C>> choices = new ArrayList<>();
        for (int state = atomic; state > Chart.ROOT; state = chart.parent(state)) {
            for (Edge<S, E, C> edge : chart.edges(state)) {
                if (edge.transition().isEventless()) {
                    choices.add(edge);
                    if (isTaken(edge)) {
                        return choices;
                    }
                }
            }
        }
        return List.of();
    }

    private boolean isTaken(Edge<S, E, C> edge) {
        Transition<S, E, C> transition = edge.transition();
        if (assumed == null) {
            return !transition.isGuarded();
        }
        return transition.guard().equals(assumed)
                && transition.content().isEmpty()
                && hasNoContent(transition.source())
                && transition.targets().stream().allMatch(this::hasNoContent);
    }

    private boolean hasNoContent(S name) {
        StateDefinition<S, E, C> state = chart.definition(chart.number(name));
        return state.entry().isEmpty() && state.exit().isEmpty();
    }

    private boolean staysAmong(BitSet restless, int state) {
        return choices(state).stream().allMatch(edge -> {
            BitSet landings = landings(edge, state);
            return landings.cardinality() == 1 && restless.get(landings.nextSetBit(0));
        });
    }

    private BitSet landings(Edge<S, E, C> edge, int state) {
        if (edge.targets().length > 0) {
            return flow.landings(edge);
        }
        BitSet same = new BitSet();
        same.set(state);
        return same;
    }

    private boolean isUndisturbed(int atomic) {
        int region = atomic;
        while (region > Chart.ROOT && chart.kind(chart.parent(region)) != StateKind.PARALLEL) {
            region = chart.parent(region);
        }
        int within = region;
        for (int state = 1; state < chart.size() && within > Chart.ROOT; state++) {
            boolean inside = state == within || chart.isDescendant(state, within);
            if (!inside
                    && chart.edges(state).stream()
                            .anyMatch(edge -> edge.transition().isEventless())) {
                return false;
            }
        }
        return true;
    }

    private void tell(int start) {
        List<Integer> path = new ArrayList<>();
        int state = start;
        while (!path.contains(state) && !told.get(state)) {
            path.add(state);
            List<Edge<S, E, C>> choices = choices(state);
            state = landings(choices.get(choices.size() - 1), state).nextSetBit(0);
        }
        path.forEach(told::set);
        if (path.contains(state)) {
            List<Integer> round = path.subList(path.indexOf(state), path.size());
            List<S> names = round.stream().map(chart::name).toList();
            report.add(
                    Rule.ENDLESS_LOOP,
                    places.of(chart.name(state)),
                    "eventless transitions go round through " + names + " and never come to rest"
                            + (assumed == null ? "" : " once " + assumed.name() + " holds"),
                    "guard one of them so that the round ends");
        }
    }
}
