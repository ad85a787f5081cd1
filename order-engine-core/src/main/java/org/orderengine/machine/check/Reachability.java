package org.orderengine.machine.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.Edge;
import org.orderengine.machine.chart.EntrySet;
import org.orderengine.machine.chart.HistoryRecords;
import org.orderengine.machine.chart.TransitionTargets;
import org.orderengine.machine.definition.StateKind;
import org.orderengine.machine.definition.Trigger;

/**
 * Which states can follow which, whatever guards answer.
 *
 * <p>Where the answer depends on what is active elsewhere or what a history recorded, it errs on the side of possible. So what it
 * calls impossible is.
 */
final class Reachability<S, E, C> {

    private final Chart<S, E, C> chart;
    private final TransitionTargets<S, E, C> targets;
    private final Set<Edge<S, E, C>> neverTaken;
    private final BitSet reachable = new BitSet();
    private final Map<Edge<S, E, C>, BitSet> landings = new HashMap<>();

    Reachability(Chart<S, E, C> chart, Set<Edge<S, E, C>> neverTaken) {
        this.chart = chart;
        this.targets = new TransitionTargets<>(chart);
        this.neverTaken = neverTaken;
        int[] initial = chart.initial(Chart.ROOT);
        EntrySet<S, E, C> start = new EntrySet<>(chart, HistoryRecords.NOTHING);
        start.add(initial, targets.effective(initial, HistoryRecords.NOTHING), Chart.ROOT);
        reachable.or(start.states());
        while (spread()) {
            // again, until nothing is added
        }
    }

    private boolean spread() {
        int before = reachable.cardinality();
        for (int state = reachable.nextSetBit(0); state >= 0; state = reachable.nextSetBit(state + 1)) {
            for (Edge<S, E, C> edge : chart.edges(state)) {
                if (edge.targets().length > 0 && isPossible(edge)) {
                    reachable.or(entered(edge));
                }
            }
        }
        return reachable.cardinality() > before;
    }

    /** The states that are entered at some time. */
    BitSet reachable() {
        return reachable;
    }

    /** The states that a transition enters while no history has recorded anything. */
    BitSet entered(Edge<S, E, C> edge) {
        BitSet effective = targets.effective(edge.targets(), HistoryRecords.NOTHING);
        EntrySet<S, E, C> entries = new EntrySet<>(chart, HistoryRecords.NOTHING);
        entries.add(edge.targets(), effective, targets.domain(edge, effective));
        return entries.states();
    }

    /** The atomic states in which a transition may end; not to be changed. */
    BitSet landings(Edge<S, E, C> edge) {
        return landings.computeIfAbsent(edge, this::findLandings);
    }

    private BitSet findLandings(Edge<S, E, C> edge) {
        BitSet landings = entered(edge);
        for (int target : edge.targets()) {
            if (chart.kind(target).isHistory()) {
                landings.or(chart.descendants(chart.parent(target), reachable));
            }
        }
        return atomic(landings);
    }

    private BitSet atomic(BitSet states) {
        BitSet atomic = new BitSet();
        states.stream().filter(chart::isAtomic).forEach(atomic::set);
        return atomic;
    }

    /** Whether a transition may ever be set off. */
    private boolean isPossible(Edge<S, E, C> edge) {
        if (neverTaken.contains(edge)) {
            return false;
        }
        List<Trigger<S, E>> triggers = edge.transition().triggers();
        return triggers.isEmpty()
                || triggers.stream()
                        .anyMatch(trigger -> !(trigger instanceof Trigger.Done<S, E> done)
                                || canEnd(chart.number(done.state()), reachable));
    }

    /** Whether a state may come to its end by entering states among the given ones. */
    boolean canEnd(int state, BitSet among) {
        return switch (chart.kind(state)) {
            case PARALLEL -> Arrays.stream(chart.children(state)).allMatch(region -> canEnd(region, among));
            case COMPOUND ->
                Arrays.stream(chart.children(state))
                        .anyMatch(child -> chart.kind(child) == StateKind.FINAL && among.get(child));
            default -> false;
        };
    }

    /** The transitions that may be taken while an atomic state is active, of itself and around it. */
    List<Edge<S, E, C>> ways(int atomic) {
        List<Edge<S, E, C>> ways = new ArrayList<>();
        for (int state = atomic; state > Chart.ROOT; state = chart.parent(state)) {
            for (Edge<S, E, C> edge : chart.edges(state)) {
                if (isPossible(edge) && mayHappenIn(atomic, edge)) {
                    ways.add(edge);
                }
            }
        }
        return ways;
    }

    private boolean mayHappenIn(int atomic, Edge<S, E, C> edge) {
        List<Trigger<S, E>> triggers = edge.transition().triggers();
        return triggers.isEmpty()
                || triggers.stream()
                        .anyMatch(trigger -> !(trigger instanceof Trigger.Done<S, E> done)
                                || !chart.isDescendant(atomic, chart.number(done.state()))
                                || ends(atomic, chart.number(done.state())));
    }

    /** Whether entering the atomic state can be what brings a state around it to its end. */
    private boolean ends(int atomic, int outer) {
        if (chart.kind(atomic) != StateKind.FINAL) {
            return false;
        }
        int ended = chart.parent(atomic);
        while (ended != outer && chart.kind(chart.parent(ended)) == StateKind.PARALLEL) {
            ended = chart.parent(ended);
        }
        return ended == outer;
    }
}
