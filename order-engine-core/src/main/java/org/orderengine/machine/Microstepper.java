package org.orderengine.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.Edge;
import org.orderengine.machine.chart.EntrySet;
import org.orderengine.machine.chart.HistoryRecords;
import org.orderengine.machine.chart.TransitionTargets;
import org.orderengine.machine.definition.StateKind;

/**
 * Works out what enabled transitions do together, without running anything.
 *
 * <ol>
 *   <li>Of two transitions that would leave a state in common, one is dropped ({@link #withoutConflicts}).
 *   <li>The states left are found, and histories record them.
 *   <li>Exit contents are collected, inner states first.
 *   <li>The contents of the transitions are collected, in the order of the transitions.
 *   <li>The states entered are found, and their entry contents collected, outer states first; the ends of states are raised.
 * </ol>
 *
 * <p>Source: W3C State Chart XML 1.0, appendix D, from {@code removeConflictingTransitions} to {@code enterStates}. No guard is asked and no action
 * runs, so results can be kept. Immutable.
 */
final class Microstepper<S, E, C> {

    private final Chart<S, E, C> chart;
    private final CallSiteNumbers actionLanes;
    private final TransitionTargets<S, E, C> targets;

    Microstepper(Chart<S, E, C> chart, CallSiteNumbers actionLanes) {
        this.chart = chart;
        this.actionLanes = actionLanes;
        this.targets = new TransitionTargets<>(chart);
    }

    /** The entry into the initial states. */
    MicrostepResult<S, E, C> start() {
        int[] initial = chart.initial(Chart.ROOT);
        EntrySet<S, E, C> entries = new EntrySet<>(chart, HistoryRecords.NOTHING);
        entries.add(initial, targets.effective(initial, HistoryRecords.NOTHING), Chart.ROOT);
        MicrostepContent<S, E, C> script = new MicrostepContent<>(chart, actionLanes);
        script.add(Chart.ROOT, chart.initialContent(Chart.ROOT));
        BitSet active = new BitSet();
        enter(entries, active, script);
        return script.change(active, HistoryRecords.NOTHING, List.of(), new BitSet(), entries.states());
    }

    /** What the transitions, none of which conflicts with another, do in a configuration. */
    MicrostepResult<S, E, C> take(List<Edge<S, E, C>> edges, Configuration<S, E, C> from) {
        BitSet active = new BitSet();
        active.or(from.active());
        BitSet exits = new BitSet();
        edges.forEach(edge -> exits.or(exitSet(edge, from)));
        HistoryRecords recorded = from.recorded().with(record(exits, from.active()));
        MicrostepContent<S, E, C> script = new MicrostepContent<>(chart, actionLanes);
        for (int state = exits.length() - 1; state > Chart.ROOT; state = exits.previousSetBit(state - 1)) {
            script.add(state, chart.definition(state).exit());
        }
        active.andNot(exits);
        EntrySet<S, E, C> entries = new EntrySet<>(chart, recorded);
        for (Edge<S, E, C> edge : edges) {
            script.add(edge.source(), edge.transition().content());
            if (edge.targets().length > 0) {
                entries.add(edge.targets(), targets.effective(edge.targets(), recorded), domain(edge, from));
            }
        }
        enter(entries, active, script);
        return script.change(active, recorded, edges, exits, entries.states());
    }

    /** The transitions that go together: of two that would leave a state in common, the one further in, or else the earlier. */
    List<Edge<S, E, C>> withoutConflicts(List<Edge<S, E, C>> enabled, Configuration<S, E, C> from) {
        if (enabled.size() < 2) {
            return enabled;
        }
        List<Edge<S, E, C>> kept = new ArrayList<>();
        for (Edge<S, E, C> edge : enabled) {
            BitSet exits = exitSet(edge, from);
            List<Edge<S, E, C>> rivals = kept.stream()
                    .filter(other -> exitSet(other, from).intersects(exits))
                    .toList();
            if (rivals.stream().allMatch(rival -> chart.isDescendant(edge.source(), rival.source()))) {
                kept.removeAll(rivals);
                kept.add(edge);
            }
        }
        return kept;
    }

    private BitSet exitSet(Edge<S, E, C> edge, Configuration<S, E, C> from) {
        if (edge.targets().length == 0) {
            return new BitSet();
        }
        return chart.descendants(domain(edge, from), from.active());
    }

    /**
     * The state inside which a transition exits and enters. It is the same for both: what a history records on the way out may lie nearer to
     * the source than what it stood for before, and must not leave states exited that are around it.
     */
    private int domain(Edge<S, E, C> edge, Configuration<S, E, C> from) {
        return targets.domain(edge, targets.effective(edge.targets(), from.recorded()));
    }

    private Map<Integer, BitSet> record(BitSet exits, BitSet active) {
        Map<Integer, BitSet> records = new HashMap<>();
        exits.stream().forEach(state -> {
            for (int history : chart.histories(state)) {
                BitSet inside = chart.descendants(state, active);
                boolean deep = chart.kind(history) == StateKind.DEEP_HISTORY;
                BitSet remembered = new BitSet();
                inside.stream()
                        .filter(inner -> deep ? chart.isAtomic(inner) : chart.parent(inner) == state)
                        .forEach(remembered::set);
                records.put(history, remembered);
            }
        });
        return records;
    }

    private void enter(EntrySet<S, E, C> entries, BitSet active, MicrostepContent<S, E, C> script) {
        entries.states().stream().forEach(state -> {
            active.set(state);
            script.add(state, entries.contentOn(state));
            if (chart.kind(state) == StateKind.FINAL && chart.parent(state) != Chart.ROOT) {
                announceEnd(chart.parent(state), active, script);
            }
        });
    }

    /** Raises the end of a compound state, and of each parallel state around it whose regions have thereby all ended. */
    private void announceEnd(int compound, BitSet active, MicrostepContent<S, E, C> script) {
        script.raise(chart.events().done(compound));
        int outer = chart.parent(compound);
        while (chart.kind(outer) == StateKind.PARALLEL && hasEnded(outer, active)) {
            script.raise(chart.events().done(outer));
            outer = chart.parent(outer);
        }
    }

    private boolean hasEnded(int state, BitSet active) {
        IntStream inner = Arrays.stream(chart.children(state));
        return switch (chart.kind(state)) {
            case PARALLEL -> inner.allMatch(region -> hasEnded(region, active));
            case COMPOUND -> inner.anyMatch(child -> chart.kind(child) == StateKind.FINAL && active.get(child));
            default -> false;
        };
    }
}
