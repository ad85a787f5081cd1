package org.orderengine.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.HistoryRecords;
import org.orderengine.machine.definition.StateKind;

/** Brings instances back from plain names, and says everything that does not fit. */
final class Restorer<S, E, C> {

    private final Kernel<S, E, C> kernel;
    private final Chart<S, E, C> chart;
    private final List<String> problems = new ArrayList<>();

    Restorer(Kernel<S, E, C> kernel) {
        this.kernel = kernel;
        this.chart = kernel.chart();
    }

    Instance<S> restore(Collection<S> activeStates, Map<S, ? extends Collection<S>> history) {
        BitSet active = withAncestors(known(activeStates, "active states"), Chart.ROOT);
        active.stream()
                .filter(state -> chart.kind(state).isHistory())
                .forEach(state -> problems.add(
                        "active states: " + chart.name(state) + " is a history, which is never active itself"));
        if (problems.isEmpty()) {
            checkComplete(Chart.ROOT, active, "active states");
        }
        Map<Integer, BitSet> recorded = new HashMap<>();
        history.forEach((name, states) -> record(name, states, recorded));
        if (!problems.isEmpty()) {
            throw new IllegalInstanceException(kernel.name(), problems);
        }
        return kernel.node(active, new HistoryRecords(recorded));
    }

    private void record(S name, Collection<S> states, Map<Integer, BitSet> recorded) {
        if (!chart.knows(name) || !chart.kind(chart.number(name)).isHistory()) {
            problems.add("history " + name + ": there is no history of that name");
            return;
        }
        int history = chart.number(name);
        int parent = chart.parent(history);
        String what = "history " + name;
        BitSet remembered = known(states, what);
        boolean inside = remembered.stream()
                .allMatch(state ->
                        chart.isDescendant(state, parent) && !chart.kind(state).isHistory());
        if (!inside) {
            problems.add(what + ": not all of " + names(remembered) + " lie inside " + chart.name(parent));
        } else if (chart.kind(history) == StateKind.DEEP_HISTORY) {
            checkComplete(parent, withAncestors(remembered, parent), what);
        } else {
            checkChildren(parent, remembered, what);
        }
        recorded.put(history, remembered);
    }

    private BitSet known(Collection<S> states, String what) {
        BitSet numbers = new BitSet();
        for (S state : states) {
            if (chart.knows(state)) {
                numbers.set(chart.number(state));
            } else {
                problems.add(what + ": there is no state " + state);
            }
        }
        return numbers;
    }

    private BitSet withAncestors(BitSet states, int under) {
        BitSet all = new BitSet();
        states.stream().forEach(state -> {
            for (int at = state; at > under; at = chart.parent(at)) {
                all.set(at);
            }
        });
        return all;
    }

    private void checkComplete(int state, BitSet active, String what) {
        checkChildren(state, active, what);
        Arrays.stream(chart.children(state))
                .filter(child -> active.get(child) && !chart.isAtomic(child))
                .forEach(child -> checkComplete(child, active, what));
    }

    private void checkChildren(int state, BitSet active, String what) {
        List<S> all = chart.names(chart.children(state));
        List<S> present = chart.names(
                Arrays.stream(chart.children(state)).filter(active::get).toArray());
        String where = state == Chart.ROOT ? "the machine" : chart.name(state).toString();
        if (chart.kind(state) == StateKind.PARALLEL) {
            if (present.size() < all.size()) {
                problems.add(what + ": all of " + all + " are active together in " + where + ", not only " + present);
            }
        } else if (present.size() != 1) {
            problems.add(what + ": exactly one of " + all + " is active at a time in " + where + ", not " + present);
        }
    }

    private List<S> names(BitSet states) {
        return chart.names(states.stream().toArray());
    }
}
