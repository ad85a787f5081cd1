package org.orderengine.machine.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes down what one state holds. Handed to the body given to {@link MachineBuilder#state} and its siblings.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <C> the context
 */
public sealed class StateBuilder<S, E, C> permits Alternatives {

    private final StateDraft<S, E, C> draft;

    StateBuilder(StateDraft<S, E, C> draft) {
        this.draft = draft;
    }

    static <S, E, C> StateDefinition<S, E, C> define(
            S state, StateKind kind, Consumer<? super StateBuilder<S, E, C>> body) {
        StateDraft<S, E, C> draft = new StateDraft<>(state, kind);
        body.accept(new StateBuilder<>(draft));
        return draft.build();
    }

    /** Starts a transition that an event, or any of several, sets off. Among strings {@code *} is any event. */
    @SafeVarargs
    public final TransitionBuilder<S, E, C> on(E event, E... more) {
        List<Trigger<S, E>> triggers = new ArrayList<>();
        triggers.add(Trigger.on(event));
        for (E another : more) {
            triggers.add(Trigger.on(another));
        }
        return new TransitionBuilder<>(draft, triggers, false);
    }

    /** Starts a transition that any event sets off. */
    public final TransitionBuilder<S, E, C> onAny() {
        return new TransitionBuilder<>(draft, List.of(new Trigger.Any<>()), false);
    }

    /** Starts a transition that is taken when this compound or parallel state has come to its end. */
    public final TransitionBuilder<S, E, C> onDone() {
        return onDoneOf(draft.name);
    }

    /** Starts a transition that is taken when another compound or parallel state has come to its end. */
    public final TransitionBuilder<S, E, C> onDoneOf(S state) {
        return new TransitionBuilder<>(draft, List.of(new Trigger.Done<>(state)), false);
    }

    /** Starts a transition that is taken as soon as its guard holds. */
    public final TransitionBuilder<S, E, C> always() {
        return new TransitionBuilder<>(draft, List.of(), false);
    }

    /** Adds a nameless action on entering. */
    public final StateBuilder<S, E, C> entry(Consumer<? super C> action) {
        return entry("", action);
    }

    /** Adds an action on entering. */
    public final StateBuilder<S, E, C> entry(String name, Consumer<? super C> action) {
        return entry(new Content.Act<>(name, action));
    }

    /** Adds an event raised on entering. */
    public final StateBuilder<S, E, C> entryRaises(E event) {
        return entry(new Content.Raise<>(event));
    }

    /** Adds what happens on entering. */
    public final StateBuilder<S, E, C> entry(Content<E, C> content) {
        draft.entry.add(content);
        return this;
    }

    /** Adds a nameless action on leaving. */
    public final StateBuilder<S, E, C> exit(Consumer<? super C> action) {
        return exit("", action);
    }

    /** Adds an action on leaving. */
    public final StateBuilder<S, E, C> exit(String name, Consumer<? super C> action) {
        return exit(new Content.Act<>(name, action));
    }

    /** Adds an event raised on leaving. */
    public final StateBuilder<S, E, C> exitRaises(E event) {
        return exit(new Content.Raise<>(event));
    }

    /** Adds what happens on leaving. */
    public final StateBuilder<S, E, C> exit(Content<E, C> content) {
        draft.exit.add(content);
        return this;
    }

    /** Where this compound state starts; without it, in its first child. May lie any number of levels down. */
    @SafeVarargs
    public final StateBuilder<S, E, C> initial(S... targets) {
        draft.initial = new ArrayList<>();
        for (S target : targets) {
            draft.initial.add(target);
        }
        return this;
    }

    /** Adds what happens when this state starts in its initial states, after its entry content. */
    public final StateBuilder<S, E, C> initialDoes(Content<E, C> content) {
        draft.initialContent.add(content);
        return this;
    }

    /** Adds a state inside, without anything in it. */
    public final StateBuilder<S, E, C> state(S state) {
        return state(state, body -> {});
    }

    /** Adds a state inside: compound if the body adds states to it, atomic otherwise. */
    public final StateBuilder<S, E, C> state(S state, Consumer<? super StateBuilder<S, E, C>> body) {
        return state(define(state, StateKind.ATOMIC, body));
    }

    /** Adds a state inside, all of whose states are active together. */
    public final StateBuilder<S, E, C> parallel(S state, Consumer<? super StateBuilder<S, E, C>> body) {
        return state(define(state, StateKind.PARALLEL, body));
    }

    /** Adds a state inside whose entry ends this one. */
    public final StateBuilder<S, E, C> finalState(S state) {
        return finalState(state, body -> {});
    }

    /** Adds a state inside whose entry ends this one, with entry content. */
    public final StateBuilder<S, E, C> finalState(S state, Consumer<? super StateBuilder<S, E, C>> body) {
        return state(define(state, StateKind.FINAL, body));
    }

    /** Adds a way back into the child that was active when this state was last left, or to the given states if it never was. */
    @SafeVarargs
    public final StateBuilder<S, E, C> history(S name, S... otherwise) {
        StateDraft<S, E, C> history = new StateDraft<>(name, StateKind.SHALLOW_HISTORY);
        for (S target : otherwise) {
            history.initial.add(target);
        }
        return state(history.build());
    }

    /** Adds a way back into all that was active inside when this state was last left, or to the given states if it never was. */
    @SafeVarargs
    public final StateBuilder<S, E, C> deepHistory(S name, S... otherwise) {
        StateDraft<S, E, C> history = new StateDraft<>(name, StateKind.DEEP_HISTORY);
        for (S target : otherwise) {
            history.initial.add(target);
        }
        return state(history.build());
    }

    /** Adds a state inside that is already defined. */
    public final StateBuilder<S, E, C> state(StateDefinition<S, E, C> state) {
        draft.states.add(state);
        return this;
    }
}
