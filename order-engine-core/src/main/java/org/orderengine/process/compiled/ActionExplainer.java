package org.orderengine.process.compiled;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.machine.Explanation;
import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;
import org.orderengine.machine.definition.Verdict;
import org.orderengine.process.ConsideredTransition;
import org.orderengine.process.GuardAnswer;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.chart.DefinedTransition;

/** Says of each transition that an action may set off what becomes of it, in the words of the process. */
final class ActionExplainer {

    private final TransitionPlaces places;
    private final Machine<String, String, Subject> machine;

    ActionExplainer(ProcessDefinition definition, Machine<String, String, Subject> machine) {
        this.places = new TransitionPlaces(definition, machine.definition());
        this.machine = machine;
    }

    ActionAnswer explain(Instance<String> instance, String event, Subject subject) {
        RecordingSubject listening = new RecordingSubject(subject);
        Explanation<String, String, Subject> explanation = machine.explain(instance, event, listening);
        List<ConsideredTransition> candidates = new ArrayList<>();
        for (Explanation.Candidate<String, String, Subject> candidate : explanation.candidates()) {
            candidates.add(candidate(places.of(candidate.transition()), candidate.standing(), listening));
        }
        return new ActionAnswer(explanation.step(), candidates);
    }

    private static ConsideredTransition candidate(
            DefinedTransition way, Explanation.Standing standing, RecordingSubject listening) {
        return new ConsideredTransition(
                way.source().name(),
                way.path(),
                way.index(),
                way.transition().to(),
                guards(way, standing != Explanation.Standing.NOT_ASKED, listening),
                ConsideredTransition.Standing.valueOf(standing.name()));
    }

    /** The guards of a transition that was asked: all up to the first that says no. */
    private static List<GuardAnswer> guards(DefinedTransition way, boolean isAsked, RecordingSubject listening) {
        List<GuardAnswer> guards = new ArrayList<>();
        boolean asked = isAsked;
        for (String guard : way.transition().when()) {
            String refusal = asked ? listening.refusal(guard) : null;
            if (!asked) {
                guards.add(new GuardAnswer(guard, null));
            } else if (refusal == null) {
                guards.add(new GuardAnswer(guard, Verdict.yes()));
            } else {
                guards.add(new GuardAnswer(guard, Verdict.no(refusal)));
                asked = false;
            }
        }
        return guards;
    }
}
