package org.orderengine.machine.chart;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.machine.definition.Content;
import org.orderengine.machine.definition.StateKind;

/**
 * The states that a set of transitions enters, worked out down and up the tree from their targets.
 *
 * <p>Source: W3C State Chart XML 1.0, appendix D, {@code computeEntrySet} and the procedures it calls.
 */
public final class EntrySet<S, E, C> {

    private final Chart<S, E, C> chart;
    private final HistoryRecords recorded;
    private final BitSet states = new BitSet();
    private final BitSet byDefault = new BitSet();
    private final Map<Integer, List<Content<E, C>>> historyContent = new HashMap<>();

    public EntrySet(Chart<S, E, C> chart, HistoryRecords recorded) {
        this.chart = chart;
        this.recorded = recorded;
    }

    /** Adds what entering the targets from a domain comes to. */
    public void add(int[] targets, BitSet effectiveTargets, int domain) {
        for (int target : targets) {
            addDescendants(target);
        }
        effectiveTargets.stream().forEach(target -> addAncestors(target, domain));
    }

    /** The states to enter, whose numbers are their order. */
    public BitSet states() {
        return states;
    }

    /** What happens on entering a state: its entry content, then that of its initial, then that of its history, as far as they are used. */
    public List<Content<E, C>> contentOn(int state) {
        List<Content<E, C>> all = new ArrayList<>(chart.definition(state).entry());
        if (byDefault.get(state)) {
            all.addAll(chart.initialContent(state));
        }
        all.addAll(historyContent.getOrDefault(state, List.of()));
        return all;
    }

    private void addDescendants(int state) {
        switch (chart.kind(state)) {
            case SHALLOW_HISTORY, DEEP_HISTORY -> addHistory(state);
            case COMPOUND -> {
                states.set(state);
                byDefault.set(state);
                addAll(chart.initial(state), state);
            }
            case PARALLEL -> {
                states.set(state);
                addMissingRegions(state);
            }
            case ATOMIC, FINAL -> states.set(state);
        }
    }

    private void addHistory(int history) {
        int parent = chart.parent(history);
        int[] before = recorded.of(history).map(set -> set.stream().toArray()).orElse(null);
        if (before == null) {
            historyContent.put(parent, chart.initialContent(history));
            addAll(chart.initial(history), parent);
        } else {
            addAll(before, parent);
        }
    }

    private void addAll(int[] targets, int under) {
        for (int target : targets) {
            addDescendants(target);
        }
        for (int target : targets) {
            addAncestors(target, under);
        }
    }

    private void addAncestors(int state, int under) {
        for (int ancestor = chart.parent(state); ancestor > under; ancestor = chart.parent(ancestor)) {
            states.set(ancestor);
            if (chart.kind(ancestor) == StateKind.PARALLEL) {
                addMissingRegions(ancestor);
            }
        }
    }

    private void addMissingRegions(int parallel) {
        for (int region : chart.children(parallel)) {
            if (chart.descendants(region, states).isEmpty()) {
                addDescendants(region);
            }
        }
    }
}
