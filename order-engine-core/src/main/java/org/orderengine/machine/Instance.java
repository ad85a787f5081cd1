package org.orderengine.machine;

import java.util.List;
import java.util.Map;

/**
 * Where one run of a machine stands: the active states, and what histories recorded.
 *
 * <p>An immutable value, safe for any number of threads, that belongs to the machine that made it. It holds no thread, no queue and no context,
 * so there is nothing to close. Instances in the same configuration are mostly the same object.
 *
 * <p>To keep one, store {@link #activeStates()} and {@link #history()}; {@link Machine#instance(java.util.Collection, Map)} brings it back:
 *
 * <pre>{@code
 * Instance<String> back = machine.instance(stored.activeStates(), stored.history());
 * }</pre>
 *
 * @param <S> the states
 */
public sealed interface Instance<S> permits Configuration {

    /** The active states that have no states inside, in document order; together they name the whole configuration. */
    List<S> activeStates();

    /** All active states, outer before inner, in document order. */
    List<S> configuration();

    /** Whether a state, of whatever kind, is active. */
    boolean isIn(S state);

    /** What each history would lead back to, by its name in document order; histories that recorded nothing are absent. */
    Map<S, List<S>> history();

    /** Whether a final state at the top was reached, so that nothing can happen any more. */
    boolean isFinished();
}
