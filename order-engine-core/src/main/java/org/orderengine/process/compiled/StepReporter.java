package org.orderengine.process.compiled;

import java.util.IdentityHashMap;
import java.util.Iterator;
import org.orderengine.effect.EffectResult;
import org.orderengine.machine.Step;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Transition;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessObserver;
import org.orderengine.process.chart.DefinedTransition;
import org.orderengine.process.chart.StateTree;

/** Tells an observer what orders do in a process: transitions by the place where they stand, states, answers of services. */
final class StepReporter {

    private final ProcessObserver observer;
    private final IdentityHashMap<Transition<String, String, Subject>, String> places = new IdentityHashMap<>();

    /** The chart's transitions stand in the order of the definition's, without answers that no effect can give. */
    StepReporter(
            ProcessObserver observer, ProcessDefinition definition, MachineDefinition<String, String, Subject> chart) {
        this.observer = observer;
        Iterator<String> paths = new StateTree(definition)
                .all().stream()
                        .flatMap(located -> DefinedTransition.of(located).stream())
                        .filter(way -> way.source().state().isBusy()
                                || (way.cause() != DefinedTransition.Cause.DECLINED
                                        && way.cause() != DefinedTransition.Cause.FAILED))
                        .map(DefinedTransition::path)
                        .iterator();
        chart.allTransitions().forEach(transition -> places.put(transition, paths.next()));
    }

    void report(Step<String, String, Subject> step) {
        for (Transition<String, String, Subject> transition : step.taken()) {
            String place = places.get(transition);
            if (place != null) {
                observer.taken(place);
            }
        }
        step.entered().forEach(observer::entered);
    }

    void report(OwedEffect effect, EffectResult result) {
        if (effect.run() != null) {
            observer.answered(effect.run(), effect.name(), result);
        }
    }
}
