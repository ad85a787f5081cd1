package org.orderengine.machine;

import org.jspecify.annotations.Nullable;

/**
 * Runs steps to completion: eventless transitions first, then raised events in order, until nothing follows.
 *
 * <p>Source: W3C State Chart XML 1.0, appendix D, {@code mainEventLoop}.
 */
final class Stepper<S, E, C> {

    private final Kernel<S, E, C> kernel;
    private final int maximumMicrosteps;

    Stepper(Kernel<S, E, C> kernel, int maximumMicrosteps) {
        this.kernel = kernel;
        this.maximumMicrosteps = maximumMicrosteps;
    }

    /** Performs a first microstep and all that follows from it. */
    Step<S, E, C> run(Trail<S, E, C> first, Object event, C context) {
        perform(first.deeds(), event, context);
        if (first.isResting()) {
            return first.step();
        }
        Trail<S, E, C> trail = first;
        for (Trail<S, E, C> next = following(trail, context); next != null; next = following(trail, context)) {
            if (trail.length() == maximumMicrosteps) {
                throw new EndlessStepException(
                        kernel.name(), trail.node().activeStates().toString(), event.toString(), maximumMicrosteps);
            }
            trail = next;
            perform(trail.deeds(), event, context);
        }
        return trail.step();
    }

    /** The same without performing anything, cut at the bound. */
    Step<S, E, C> preview(Trail<S, E, C> first, C context) {
        Trail<S, E, C> trail = first;
        for (Trail<S, E, C> next = first; next != null && next.length() <= maximumMicrosteps; ) {
            trail = next;
            next = following(trail, context);
        }
        return trail.step();
    }

    private @Nullable Trail<S, E, C> following(Trail<S, E, C> trail, C context) {
        if (trail.isResting()) {
            return null;
        }
        Node<S, E, C> node = trail.node();
        Change<S, E, C> eventless =
                node.row(EventTable.EVENTLESS).select(context, null).change();
        if (eventless != null) {
            return trail.then(eventless, 0);
        }
        int[] queue = trail.queue();
        for (int handled = 1; handled <= queue.length; handled++) {
            Change<S, E, C> change =
                    node.row(queue[handled - 1]).select(context, null).change();
            if (change != null) {
                return trail.then(change, handled);
            }
        }
        return null;
    }

    /** Performs deeds in their order. Most steps have one at most, and those go without a loop. */
    void perform(@Nullable Deed<C> first, Object event, C context) {
        if (first != null) {
            performOne(first, event, context);
            for (Deed<C> deed = first.next(); deed != null; deed = deed.next()) {
                performOne(deed, event, context);
            }
        }
    }

    private void performOne(Deed<C> deed, Object event, C context) {
        try {
            deed.perform(context);
        } catch (RuntimeException failure) {
            throw kernel.failure(deed, event, failure);
        }
    }
}
