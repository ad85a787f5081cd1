package org.orderengine.machine.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.Edge;
import org.orderengine.machine.definition.Rule;

/** Checks the transitions of each state against each other: which are never taken, and where the order is left to chance. */
final class TransitionCheck<S, E, C> {

    private final Chart<S, E, C> chart;
    private final DefinitionPlaces<S, E, C> places;
    private final FindingCollector report;
    private final Set<Edge<S, E, C>> neverTaken = new HashSet<>();

    TransitionCheck(Chart<S, E, C> chart, DefinitionPlaces<S, E, C> places, FindingCollector report) {
        this.chart = chart;
        this.places = places;
        this.report = report;
    }

    /** The transitions found never to be taken. */
    Set<Edge<S, E, C>> neverTaken() {
        return neverTaken;
    }

    void run() {
        for (int state = 1; state < chart.size(); state++) {
            List<Edge<S, E, C>> edges = chart.edges(state);
            for (int index = 0; index < edges.size(); index++) {
                checkTaken(state, edges, index);
                checkOrder(state, edges, index);
            }
        }
    }

    private void checkTaken(int state, List<Edge<S, E, C>> edges, int index) {
        Edge<S, E, C> edge = edges.get(index);
        List<Edge<S, E, C>> rivals = new ArrayList<>();
        if (edge.transition().isEventless()) {
            edges.subList(0, index).stream()
                    .filter(other -> other.transition().isEventless())
                    .forEach(rivals::add);
        } else {
            edges.stream().filter(other -> other.transition().isEventless()).forEach(rivals::add);
            edges.subList(0, index).stream()
                    .filter(other -> !other.transition().isEventless())
                    .forEach(rivals::add);
        }
        rivals.removeIf(rival -> rival.transition().isGuarded());
        BitSet left = new BitSet();
        left.or(edge.events());
        for (Edge<S, E, C> rival : rivals) {
            left.andNot(rival.events());
            if (rival.transition().isEventless() || left.isEmpty()) {
                neverTaken.add(edge);
                report.add(
                        Rule.SHADOWED_TRANSITION,
                        places.of(chart.definition(state), index),
                        "(" + edge.transition() + ") is never taken, since (" + rival.transition()
                                + ") is unguarded and goes first",
                        "remove it, or give the other one a guard or a later place");
                return;
            }
        }
    }

    private void checkOrder(int state, List<Edge<S, E, C>> edges, int index) {
        Edge<S, E, C> edge = edges.get(index);
        boolean sameList = edge.transition().alternative();
        for (int earlier = index - 1; earlier >= 0 && edge.transition().isGuarded(); earlier--) {
            Edge<S, E, C> other = edges.get(earlier);
            if (!sameList && other.transition().isGuarded() && meet(edge, other) && !excludeEachOther(edge, other)) {
                report.add(
                        Rule.ORDER_NOT_STATED,
                        places.of(chart.definition(state), index),
                        "(" + edge.transition() + ") and (" + other.transition()
                                + ") can both be open, and nothing says which goes first",
                        "write them as one list: on(..).when(..).to(..).orWhen(..).to(..)");
                return;
            }
            sameList = sameList && other.transition().alternative();
        }
    }

    private static boolean meet(Edge<?, ?, ?> first, Edge<?, ?, ?> second) {
        return first.transition().isEventless()
                ? second.transition().isEventless()
                : first.events().intersects(second.events());
    }

    private static <S, E, C> boolean excludeEachOther(Edge<S, E, C> first, Edge<S, E, C> second) {
        return first.transition().guard().negated().equals(second.transition().guard());
    }
}
