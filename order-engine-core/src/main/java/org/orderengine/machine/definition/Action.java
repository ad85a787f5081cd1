package org.orderengine.machine.definition;

/**
 * The code that a machine runs on entering a state, on leaving it, or on the way.
 *
 * <p>It works on the context alone and gets no handle to the machine; follow-up events are declared beside it
 * ({@link Content.Raise}). If it throws, the step did not happen: the caller keeps the instance it had, and whatever the action did to
 * the context is the caller's to drop.
 *
 * @param <C> the context
 */
@FunctionalInterface
public interface Action<C> {

    /** Does the work. */
    void perform(C context);
}
