package org.orderengine.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.Edge;
import org.orderengine.machine.definition.Verdict;

/**
 * The transitions that an event may set off in a configuration.
 *
 * <p>Each active atomic state that has any is a slot: its candidates, nearest first and in document order, up to the first that is taken in any
 * case. A candidate of several slots is one candidate.
 */
final class Candidates<S, E, C> {

    private final List<Edge<S, E, C>> edges = new ArrayList<>();
    private final List<Function<C, Verdict>> conditions = new ArrayList<>();
    private final List<int[]> slots = new ArrayList<>();
    private boolean certain;

    Candidates(Chart<S, E, C> chart, Configuration<S, E, C> configuration, int event) {
        GuardCompiler<S, E, C> folding = new GuardCompiler<>(chart, configuration.active());
        if (!configuration.isFinished()) {
            configuration.active().stream().filter(chart::isAtomic).forEach(state -> {
                int[] slot = slot(chart, folding, state, event);
                if (slot.length > 0) {
                    slots.add(slot);
                }
            });
        }
    }

    private int[] slot(Chart<S, E, C> chart, GuardCompiler<S, E, C> folding, int atomic, int event) {
        List<Integer> slot = new ArrayList<>();
        for (int state = atomic; state > Chart.ROOT; state = chart.parent(state)) {
            for (Edge<S, E, C> edge : chart.edges(state)) {
                if (edge.isSetOffBy(event)) {
                    int candidate = number(edge, folding);
                    slot.add(candidate);
                    if (GuardCompiler.isAlways(conditions.get(candidate))) {
                        certain = true;
                        return toArray(slot);
                    }
                }
            }
        }
        return toArray(slot);
    }

    private int number(Edge<S, E, C> edge, GuardCompiler<S, E, C> folding) {
        int known = edges.indexOf(edge);
        if (known >= 0) {
            return known;
        }
        edges.add(edge);
        conditions.add(folding.fold(edge.transition().guard()));
        return edges.size() - 1;
    }

    private static int[] toArray(List<Integer> slot) {
        return slot.stream().mapToInt(Integer::intValue).toArray();
    }

    /** All candidates, in the order their guards are asked. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Edge<S, E, C>[] edges() {
        return edges.toArray(new Edge[0]);
    }

    /** What is asked of each candidate. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Function<C, Verdict>[] conditions() {
        return conditions.toArray(new Function[0]);
    }

    /** The candidates of each slot, by their positions in {@link #edges()}. */
    int[][] slots() {
        return slots.toArray(int[][]::new);
    }

    /** Whether something is taken in any case. */
    boolean isCertain() {
        return certain;
    }
}
