package org.orderengine.machine;

import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.HistoryRecords;
import org.orderengine.machine.definition.StateKind;

/** The active states of one machine and what its histories recorded, by their numbers: the value that an instance is. */
abstract non-sealed class Configuration<S, E, C> implements Instance<S> {

    private final String machine;
    private final Chart<S, E, C> chart;
    private final BitSet active;
    private final HistoryRecords recorded;
    private final List<S> activeStates;
    private final boolean finished;

    Configuration(String machine, Chart<S, E, C> chart, BitSet active, HistoryRecords recorded) {
        this.machine = machine;
        this.chart = chart;
        this.active = active;
        this.recorded = recorded;
        this.activeStates = chart.names(active.stream().filter(chart::isAtomic).toArray());
        this.finished = active.stream()
                .anyMatch(state -> chart.kind(state) == StateKind.FINAL && chart.parent(state) == Chart.ROOT);
    }

    /** The numbers of all active states; not to be changed. */
    final BitSet active() {
        return active;
    }

    final HistoryRecords recorded() {
        return recorded;
    }

    @Override
    public final List<S> activeStates() {
        return activeStates;
    }

    @Override
    public final List<S> configuration() {
        return chart.names(active.stream().toArray());
    }

    @Override
    public final boolean isIn(S state) {
        return chart.knows(state) && active.get(chart.number(state));
    }

    @Override
    public final Map<S, List<S>> history() {
        Map<S, List<S>> all = new LinkedHashMap<>();
        recorded.states().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> all.put(
                        chart.name(entry.getKey()),
                        chart.names(entry.getValue().stream().toArray())));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public final boolean isFinished() {
        return finished;
    }

    /** Whether both are of one compiled machine, with the same active states and records. */
    @Override
    public final boolean equals(Object other) {
        return this == other
                || (other instanceof Configuration<?, ?, ?> configuration
                        && chart == configuration.chart
                        && active.equals(configuration.active)
                        && recorded.equals(configuration.recorded));
    }

    @Override
    public final int hashCode() {
        return 31 * active.hashCode() + recorded.hashCode();
    }

    @Override
    public final String toString() {
        return machine + " in " + activeStates.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
