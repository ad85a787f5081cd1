package org.orderengine.machine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Writes down one transition; {@link #to} or {@link #stay} completes it.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <C> the context
 */
public final class TransitionBuilder<S, E, C> {

    private final StateDraft<S, E, C> draft;
    private final List<Trigger<S, E>> triggers;
    private final boolean alternative;
    private final List<Guard<S, C>> guards = new ArrayList<>();
    private final List<Content<E, C>> content = new ArrayList<>();
    private boolean internal;
    private String label = "";

    TransitionBuilder(StateDraft<S, E, C> draft, List<Trigger<S, E>> triggers, boolean alternative) {
        this.draft = draft;
        this.triggers = triggers;
        this.alternative = alternative;
    }

    /** Only if a predicate without a name holds. */
    public TransitionBuilder<S, E, C> when(Predicate<? super C> predicate) {
        return when("", predicate);
    }

    /** Only if a predicate holds; its name is the reason given when it does not. */
    public TransitionBuilder<S, E, C> when(String name, Predicate<? super C> predicate) {
        return when(Guard.of(name, predicate));
    }

    /** Only if a guard holds, in addition to those given before. */
    public TransitionBuilder<S, E, C> when(Guard<S, C> guard) {
        guards.add(guard);
        return this;
    }

    /** Only while a state is active. */
    public TransitionBuilder<S, E, C> whenIn(S state) {
        return when(Guard.in(state));
    }

    /** Only while a state is not active. */
    public TransitionBuilder<S, E, C> whenNotIn(S state) {
        return when(Guard.<S, C>in(state).negated());
    }

    /** Adds a nameless action on the way. */
    public TransitionBuilder<S, E, C> does(Consumer<? super C> action) {
        return does("", action);
    }

    /** Adds an action on the way. */
    public TransitionBuilder<S, E, C> does(String name, Consumer<? super C> action) {
        return does(new Content.Act<>(name, action));
    }

    /** Adds what happens on the way. */
    public TransitionBuilder<S, E, C> does(Content<E, C> content) {
        this.content.add(content);
        return this;
    }

    /** Adds an event raised on the way. */
    public TransitionBuilder<S, E, C> raises(E event) {
        return does(new Content.Raise<>(event));
    }

    /** Keeps the source active if it is compound and all targets lie inside it. */
    public TransitionBuilder<S, E, C> internal() {
        internal = true;
        return this;
    }

    /** What diagrams call this transition. */
    public TransitionBuilder<S, E, C> label(String label) {
        this.label = label;
        return this;
    }

    /** Leads to a state, or to several in different regions of a parallel one. */
    @SafeVarargs
    public final Alternatives<S, E, C> to(S target, S... more) {
        List<S> targets = new ArrayList<>();
        targets.add(target);
        for (S another : more) {
            targets.add(another);
        }
        return complete(targets);
    }

    /** Leaves no state and enters none. */
    public Alternatives<S, E, C> stay() {
        return complete(List.of());
    }

    private Alternatives<S, E, C> complete(List<S> targets) {
        Guard<S, C> guard =
                switch (guards.size()) {
                    case 0 -> new Guard.Always<>();
                    case 1 -> guards.get(0);
                    default -> new Guard.All<>(guards);
                };
        draft.transitions.add(
                new Transition<>(draft.name, triggers, guard, targets, internal, content, label, alternative));
        return new Alternatives<>(draft, triggers);
    }
}
