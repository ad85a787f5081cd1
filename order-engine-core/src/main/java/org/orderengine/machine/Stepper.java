package org.orderengine.machine;

import org.jspecify.annotations.Nullable;
import org.orderengine.machine.chart.EventTable;

/**
 * The loop that runs a step to completion.
 *
 * <ol>
 *   <li>Performs the actions of the first microstep, which was selected before.
 *   <li>Ends if nothing can follow, whatever guards answer.
 *   <li>Looks for the microstep that follows: eventless transitions first, then raised events in their order.
 *   <li>Performs its actions and looks again, until nothing follows or the bound is reached.
 * </ol>
 *
 * <p>Source: W3C State Chart XML 1.0, appendix D, {@code mainEventLoop}. Holds no state of a step, so any number of threads may use it.
 */
final class Stepper<S, E, C> {

    private final Kernel<S, E, C> kernel;
    private final Failures<S, E, C> failures;
    private final int maximumMicrosteps;

    Stepper(Kernel<S, E, C> kernel, int maximumMicrosteps) {
        this.kernel = kernel;
        this.failures = kernel.failures();
        this.maximumMicrosteps = maximumMicrosteps;
    }

    /** Asks the guard of a shortcut and runs the step that follows from its answer. */
    Step<S, E, C> run(Shortcut<S, E, C> shortcut, Object event, C context) {
        boolean answer = shortcut.ask(event, context);
        Step<S, E, C> step = shortcut.step(answer);
        if (step == null) {
            return run(shortcut.select(answer, event, context), event, context);
        }
        perform(shortcut.deeds(answer), event, context);
        return step;
    }

    /** Performs a first microstep and all that follows from it. */
    Step<S, E, C> run(MicrostepChain<S, E, C> first, Object event, C context) {
        perform(first.deeds(), event, context);
        return first.isResting() ? first.step() : runOn(first, event, context);
    }

    private Step<S, E, C> runOn(MicrostepChain<S, E, C> first, Object event, C context) {
        MicrostepChain<S, E, C> trail = first;
        for (MicrostepChain<S, E, C> next = following(trail, context); next != null; next = following(trail, context)) {
            if (trail.length() == maximumMicrosteps) {
                throw failures.ofEndlessStep(trail.reached(), event, maximumMicrosteps);
            }
            trail = next;
            perform(trail.deeds(), event, context);
        }
        return trail.step();
    }

    /** The same without performing anything, cut at the bound. */
    Step<S, E, C> preview(MicrostepChain<S, E, C> first, C context) {
        MicrostepChain<S, E, C> trail = first;
        for (MicrostepChain<S, E, C> next = first; next != null && next.length() <= maximumMicrosteps; ) {
            trail = next;
            next = following(trail, context);
        }
        return trail.step();
    }

    /** The trail with the microstep that follows; null if none does. */
    private @Nullable MicrostepChain<S, E, C> following(MicrostepChain<S, E, C> trail, C context) {
        if (trail.isResting()) {
            return null;
        }
        KnownConfiguration<S, E, C> node = kernel.node(trail.reached());
        MicrostepChain<S, E, C> eventless = node.row(EventTable.EVENTLESS).select(context, null);
        if (eventless.isAccepted()) {
            return trail.then(eventless, 0, kernel.memory());
        }
        int[] queue = trail.queue();
        for (int handled = 1; handled <= queue.length; handled++) {
            MicrostepChain<S, E, C> next = node.row(queue[handled - 1]).select(context, null);
            if (next.isAccepted()) {
                return trail.then(next, handled, kernel.memory());
            }
        }
        return null;
    }

    /** Performs deeds in their order. Most microsteps have one at most, and those go without a loop. */
    private void perform(@Nullable ActionChain<C> first, Object event, C context) {
        if (first != null) {
            performOne(first, event, context);
            for (ActionChain<C> deed = first.next(); deed != null; deed = deed.next()) {
                performOne(deed, event, context);
            }
        }
    }

    private void performOne(ActionChain<C> deed, Object event, C context) {
        try {
            deed.perform(context);
        } catch (RuntimeException failure) {
            throw failures.ofAction(deed, event, failure);
        }
    }
}
