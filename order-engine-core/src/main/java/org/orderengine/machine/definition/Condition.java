package org.orderengine.machine.definition;

/**
 * The code of a guard: a pure question to the context.
 *
 * <p>It changes nothing, gives the same answer for the same context, and is asked at most once per candidate and step. It may be
 * called by many threads at once. If it throws, the step does not happen.
 *
 * @param <C> the context
 */
@FunctionalInterface
public interface Condition<C> {

    /** Answers whether the transition may be taken as the context stands. */
    Verdict test(C context);
}
