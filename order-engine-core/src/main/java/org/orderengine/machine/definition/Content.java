package org.orderengine.machine.definition;

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
     * @param name what diagrams, findings and errors call it; empty when it has no name
     * @param action the code
     */
    record Act<E, C>(String name, Action<C> action) implements Content<E, C> {}

    /**
     * Puts an event at the end of the machine's internal queue, to be handled within the same step, before it comes to rest.
     *
     * @param event the event
     */
    record Raise<E, C>(E event) implements Content<E, C> {}
}
