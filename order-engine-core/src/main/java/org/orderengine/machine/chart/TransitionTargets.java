package org.orderengine.machine.chart;

import java.util.BitSet;
import org.orderengine.machine.definition.StateKind;

/**
 * Where transitions lead, and how far up that reaches.
 *
 * <p>Source: W3C State Chart XML 1.0, appendix D, {@code getTransitionDomain}, {@code findLCCA} and {@code getEffectiveTargetStates}.
 */
public final class TransitionTargets<S, E, C> {

    private final Chart<S, E, C> chart;

    public TransitionTargets(Chart<S, E, C> chart) {
        this.chart = chart;
    }

    /** The state inside which everything is left and entered that the transition leaves and enters. */
    public int domain(Edge<S, E, C> edge, BitSet effectiveTargets) {
        int source = edge.source();
        if (edge.isInternal() && chart.kind(source) == StateKind.COMPOUND && holds(source, effectiveTargets)) {
            return source;
        }
        int ancestor = chart.parent(source);
        while (chart.kind(ancestor) != StateKind.COMPOUND || !holds(ancestor, effectiveTargets)) {
            ancestor = chart.parent(ancestor);
        }
        return ancestor;
    }

    private boolean holds(int ancestor, BitSet targets) {
        return targets.stream().allMatch(target -> chart.isDescendant(target, ancestor));
    }

    /** The targets with each history replaced by what it recorded, or by its default. */
    public BitSet effective(int[] targets, HistoryRecords recorded) {
        BitSet effective = new BitSet();
        for (int target : targets) {
            if (chart.kind(target).isHistory()) {
                effective.or(recorded.of(target).orElseGet(() -> effective(chart.initial(target), recorded)));
            } else {
                effective.set(target);
            }
        }
        return effective;
    }
}
