package org.orderengine.machine.check;

import java.util.BitSet;
import java.util.List;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.Edge;
import org.orderengine.machine.definition.Rule;
import org.orderengine.machine.definition.StateKind;
import org.orderengine.machine.definition.Trigger;

/** Checks where a machine can go: states never entered, states never left, states from which it cannot come to its end. */
final class ReachabilityCheck<S, E, C> {

    private final Chart<S, E, C> chart;
    private final Reachability<S, E, C> flow;
    private final DefinitionPlaces<S, E, C> places;
    private final FindingCollector report;
    private final boolean hasFinalStates;

    ReachabilityCheck(
            Chart<S, E, C> chart,
            Reachability<S, E, C> flow,
            DefinitionPlaces<S, E, C> places,
            FindingCollector report,
            boolean hasFinalStates) {
        this.chart = chart;
        this.flow = flow;
        this.places = places;
        this.report = report;
        this.hasFinalStates = hasFinalStates;
    }

    void run() {
        checkEnds();
        checkReachable();
        BitSet finishing = finishing();
        for (int state = 1; state < chart.size(); state++) {
            if (chart.isAtomic(state) && flow.reachable().get(state)) {
                if (isDeadEnd(state)) {
                    S name = chart.name(state);
                    report.add(
                            Rule.DEAD_END,
                            places.of(name),
                            "state " + name + " is not final and nothing leads out of it",
                            "give it a transition, or make it final");
                } else if (hasFinalStates && !finishing.get(state)) {
                    S name = chart.name(state);
                    report.add(
                            Rule.NO_WAY_TO_FINAL,
                            places.of(name),
                            "from state " + name + " no final state of the machine can be reached",
                            "add a way that leads to one");
                }
            }
        }
    }

    private void checkEnds() {
        BitSet all = new BitSet();
        all.set(1, chart.size());
        for (int state = 1; state < chart.size(); state++) {
            List<Edge<S, E, C>> edges = chart.edges(state);
            for (int index = 0; index < edges.size(); index++) {
                for (Trigger<S, E> trigger : edges.get(index).transition().triggers()) {
                    if (trigger instanceof Trigger.Done<S, E> done && !flow.canEnd(chart.number(done.state()), all)) {
                        report.add(
                                Rule.NEVER_DONE,
                                places.of(chart.definition(state), index),
                                "state " + done.state() + " has no end to wait for",
                                "give it a final state, or each of its regions if it is parallel");
                    }
                }
            }
        }
    }

    private void checkReachable() {
        for (int state = 1; state < chart.size(); state++) {
            int parent = chart.parent(state);
            boolean parentReachable = parent == Chart.ROOT || flow.reachable().get(parent);
            if (parentReachable
                    && !chart.kind(state).isHistory()
                    && !flow.reachable().get(state)) {
                S name = chart.name(state);
                report.add(
                        Rule.UNREACHABLE_STATE,
                        places.of(name),
                        "state " + name + " is never entered",
                        "lead a transition to it, or remove it");
            }
        }
    }

    private boolean isDeadEnd(int state) {
        return chart.kind(state) != StateKind.FINAL
                && flow.ways(state).stream().allMatch(way -> leadsNowhere(way, state));
    }

    private boolean leadsNowhere(Edge<S, E, C> way, int state) {
        if (way.targets().length == 0) {
            return true;
        }
        BitSet landings = flow.landings(way);
        return landings.cardinality() == 1 && landings.get(state);
    }

    /** The atomic states from which the machine can come to its end. */
    private BitSet finishing() {
        BitSet[] next = new BitSet[chart.size()];
        BitSet finishing = new BitSet();
        for (int state = 1; state < chart.size(); state++) {
            next[state] = chart.isAtomic(state) ? next(state) : new BitSet();
            finishing.set(state, chart.kind(state) == StateKind.FINAL && chart.parent(state) == Chart.ROOT);
        }
        boolean more = true;
        while (more) {
            int before = finishing.cardinality();
            for (int state = chart.size() - 1; state > Chart.ROOT; state--) {
                finishing.set(state, finishing.get(state) || next[state].intersects(finishing));
            }
            more = finishing.cardinality() > before;
        }
        return finishing;
    }

    private BitSet next(int state) {
        BitSet next = new BitSet();
        flow.ways(state).stream().filter(way -> way.targets().length > 0).forEach(way -> next.or(flow.landings(way)));
        return next;
    }
}
