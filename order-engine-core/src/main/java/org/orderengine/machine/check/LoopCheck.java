package org.orderengine.machine.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.Edge;
import org.orderengine.machine.definition.Rule;
import org.orderengine.machine.definition.StateKind;

/**
 * Finds eventless transitions that go round for ever, whatever guards answer.
 *
 * <p>A state is in such a round if some eventless transition of it is unguarded, so that one is always taken, and each that may be taken stays
 * among such states. Inside a parallel state it is only called endless where no other region could break it.
 */
final class LoopCheck<S, E, C> {

    private final Chart<S, E, C> chart;
    private final Reachability<S, E, C> flow;
    private final DefinitionPlaces<S, E, C> places;
    private final FindingCollector report;

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
        BitSet told = new BitSet();
        restless.stream().filter(state -> !told.get(state)).forEach(state -> tell(state, told));
    }

    /** The eventless transitions one of which is taken in a state in any case; none if its guards may all say no. */
    private List<Edge<S, E, C>> choices(int atomic) {
        List<Edge<S, E, C>> choices = new ArrayList<>();
        for (int state = atomic; state > Chart.ROOT; state = chart.parent(state)) {
            for (Edge<S, E, C> edge : chart.edges(state)) {
                if (edge.transition().isEventless()) {
                    choices.add(edge);
                    if (!edge.transition().isGuarded()) {
                        return choices;
                    }
                }
            }
        }
        return List.of();
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

    private void tell(int start, BitSet told) {
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
                    "eventless transitions go round through " + names + " and never come to rest",
                    "guard one of them so that the round ends");
        }
    }
}
