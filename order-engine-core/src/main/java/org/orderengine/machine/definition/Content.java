package org.orderengine.machine.definition;

import java.util.function.Consumer;

/**
 * One thing a machine does when it enters or leaves a state or takes a transition: run an action, or raise an event.
 *
 * <p>It is what SCXML calls executable content. Contents run in the order they are listed.
 *
 * @param <E> the events
 * @param <C> the context
 */
public sealed interface Content<E, C> {

    /**
     * Runs an action.
     *
     * <p>It works on the context alone and gets no handle to the machine; follow-up events are declared beside it ({@link Raise}). If it
     * throws, the step did not happen: the caller keeps the instance it had, and whatever the action did to the context is the caller's
     * to drop.
     *
     * @param name what diagrams, findings and errors call it; empty when it has no name
     * @param action the code
     */
    record Act<E, C>(String name, Consumer<? super C> action) implements Content<E, C> {}

    /**
     * Puts an event at the end of the machine's internal queue, to be handled within the same step, before it comes to rest.
     *
     * @param event the event
     */
    record Raise<E, C>(E event) implements Content<E, C> {}
}
