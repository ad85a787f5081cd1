package org.orderengine.machine;

import org.jspecify.annotations.Nullable;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.definition.Transition;

/** Makes the exceptions of one machine: what threw, in which state, at which event. */
final class Failures<S, E, C> {

    private final String machine;
    private final Chart<S, E, C> chart;

    Failures(String machine, Chart<S, E, C> chart) {
        this.machine = machine;
        this.chart = chart;
    }

    /**
     * What to throw when a guard threw.
     *
     * @param event the number of the event that was handled
     * @param external the event as the caller gave it; null for one that the machine raised itself
     */
    MachineException ofGuard(
            Transition<S, E, C> transition, int event, @Nullable Object external, RuntimeException cause) {
        String eventName = external == null ? chart.events().nameOf(event, chart.names()) : external.toString();
        String problem = problem("guard", transition.guard().name(), cause);
        return new MachineException(machine, transition.source().toString(), eventName, problem, cause);
    }

    /** What to throw when an action threw. */
    MachineException ofAction(ActionChain<C> deed, Object event, RuntimeException cause) {
        String state = deed.owner() == Chart.ROOT
                ? "initial"
                : chart.name(deed.owner()).toString();
        return new MachineException(machine, state, event.toString(), problem("action", deed.name(), cause), cause);
    }

    /** What to throw when a step has not come to rest within its bound. */
    EndlessStepException ofEndlessStep(Instance<S> reached, Object event, int microsteps) {
        return new EndlessStepException(machine, reached.activeStates().toString(), event.toString(), microsteps);
    }

    private static String problem(String kind, String named, RuntimeException cause) {
        Throwable thrown = cause.getCause() instanceof Error error ? error : cause;
        return (named.isEmpty() ? "a nameless " + kind : kind + " " + named) + " threw "
                + thrown.getClass().getName();
    }
}
