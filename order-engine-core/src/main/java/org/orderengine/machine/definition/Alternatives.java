package org.orderengine.machine.definition;

import java.util.List;
import java.util.function.Predicate;

/**
 * The state after a transition was written down: goes on with the next one of the same trigger, or with anything else of the state.
 *
 * <p>{@code on(X).when(a).to(A).orWhen(b).to(B).otherwise().to(D)} is one ordered list: its guards are asked in that order, and the
 * first that holds decides.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <C> the context
 */
public final class Alternatives<S, E, C> extends StateBuilder<S, E, C> {

    private final StateDraft<S, E, C> draft;
    private final List<Trigger<S, E>> triggers;

    Alternatives(StateDraft<S, E, C> draft, List<Trigger<S, E>> triggers) {
        super(draft);
        this.draft = draft;
        this.triggers = triggers;
    }

    /** Starts the next alternative, taken if its predicate holds and none before it did. */
    public TransitionBuilder<S, E, C> orWhen(Predicate<? super C> predicate) {
        return otherwise().when(predicate);
    }

    /** Starts the next alternative, taken if its predicate holds and none before it did. */
    public TransitionBuilder<S, E, C> orWhen(String name, Predicate<? super C> predicate) {
        return otherwise().when(name, predicate);
    }

    /** Starts the next alternative, taken if its guard holds and none before it did. */
    public TransitionBuilder<S, E, C> orWhen(Guard<S, C> guard) {
        return otherwise().when(guard);
    }

    /** Starts the last alternative, taken if no guard before it holds. */
    public TransitionBuilder<S, E, C> otherwise() {
        return new TransitionBuilder<>(draft, triggers, true);
    }
}
