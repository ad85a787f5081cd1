package org.orderengine.machine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.Explanation.Candidate;
import org.orderengine.machine.Explanation.Standing;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.Edge;
import org.orderengine.machine.definition.Transition;
import org.orderengine.machine.definition.Verdict;

/** Asks what an event would do in a configuration, and keeps what each candidate answered. */
final class Explainer<S, E, C> {

    private final KnownConfiguration<S, E, C> node;
    private final int event;

    Explainer(KnownConfiguration<S, E, C> node, int event) {
        this.node = node;
        this.event = event;
    }

    Explanation<S, E, C> explain(Stepper<S, E, C> stepper, E external, C context) {
        EventRow<S, E, C> row = node.row(event);
        List<Edge<S, E, C>> asked = row.candidates();
        @Nullable Verdict[] heard = new Verdict[asked.size()];
        MicrostepChain<S, E, C> first = row.select(context, external, heard);
        List<Transition<S, E, C>> taken =
                first.change() == null ? List.of() : first.change().microstep().taken();
        List<Candidate<S, E, C>> candidates = new ArrayList<>();
        for (Edge<S, E, C> edge : allCandidates()) {
            int position = asked.indexOf(edge);
            Verdict verdict = position < 0 ? null : heard[position];
            candidates.add(candidate(edge.transition(), verdict, taken));
        }
        return new Explanation<>(stepper.preview(first, context), candidates);
    }

    @SuppressWarnings("ReferenceEquality")
    private static <S, E, C> Candidate<S, E, C> candidate(
            Transition<S, E, C> transition, @Nullable Verdict verdict, List<Transition<S, E, C>> taken) {
        if (verdict == null) {
            return new Candidate<>(transition, Standing.NOT_ASKED, "");
        }
        if (!verdict.allowed()) {
            return new Candidate<>(transition, Standing.REFUSED, verdict.reason());
        }
        boolean isTaken = taken.stream().anyMatch(other -> other == transition);
        return new Candidate<>(transition, isTaken ? Standing.TAKEN : Standing.PREEMPTED, "");
    }

    private List<Edge<S, E, C>> allCandidates() {
        Chart<S, E, C> chart = node.kernel().chart();
        List<Edge<S, E, C>> all = new ArrayList<>();
        if (!node.isFinished()) {
            node.active().stream().filter(chart::isAtomic).forEach(atomic -> {
                for (int state = atomic; state > Chart.ROOT; state = chart.parent(state)) {
                    chart.edges(state).stream()
                            .filter(edge -> edge.isSetOffBy(event) && !all.contains(edge))
                            .forEach(all::add);
                }
            });
        }
        return all;
    }
}
