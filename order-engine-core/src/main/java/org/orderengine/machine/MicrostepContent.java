package org.orderengine.machine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.Edge;
import org.orderengine.machine.chart.HistoryRecords;
import org.orderengine.machine.definition.Content;

/** Collects what happens in one microstep, in order. */
final class MicrostepContent<S, E, C> {

    private final Chart<S, E, C> chart;
    private final CallSiteNumbers lanes;
    private final List<ActionChain.Part<C>> deeds = new ArrayList<>();
    private final List<Integer> raised = new ArrayList<>();

    MicrostepContent(Chart<S, E, C> chart, CallSiteNumbers lanes) {
        this.chart = chart;
        this.lanes = lanes;
    }

    void add(int owner, List<Content<E, C>> contents) {
        for (Content<E, C> content : contents) {
            if (content instanceof Content.Act<E, C> act) {
                deeds.add(new ActionChain.Part<>(owner, act.name(), act.action()));
            } else if (content instanceof Content.Raise<E, C> raise) {
                raise(chart.events().number(raise.event()));
            }
        }
    }

    void raise(int event) {
        raised.add(event);
    }

    MicrostepResult<S, E, C> change(
            BitSet active, HistoryRecords recorded, List<Edge<S, E, C>> edges, BitSet exits, BitSet entries) {
        int[] inner = exits.stream().toArray();
        int[] innerFirst = new int[inner.length];
        for (int index = 0; index < inner.length; index++) {
            innerFirst[index] = inner[inner.length - 1 - index];
        }
        Microstep<S, E, C> microstep = new Microstep<>(
                edges.stream().map(Edge::transition).toList(),
                chart.names(innerFirst),
                chart.names(entries.stream().toArray()));
        return new MicrostepResult<>(
                active,
                recorded,
                ActionChain.chain(deeds, lanes),
                raised.stream().mapToInt(Integer::intValue).toArray(),
                microstep);
    }
}
