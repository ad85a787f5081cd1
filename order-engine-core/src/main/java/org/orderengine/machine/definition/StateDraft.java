package org.orderengine.machine.definition;

import java.util.ArrayList;
import java.util.List;

/** A state while its builders write it down. */
final class StateDraft<S, E, C> {

    final S name;
    final List<Content<E, C>> initialContent = new ArrayList<>();
    final List<Content<E, C>> entry = new ArrayList<>();
    final List<Content<E, C>> exit = new ArrayList<>();
    final List<Transition<S, E, C>> transitions = new ArrayList<>();
    final List<StateDefinition<S, E, C>> states = new ArrayList<>();
    List<S> initial = new ArrayList<>();
    private final StateKind kind;

    StateDraft(S name, StateKind kind) {
        this.name = name;
        this.kind = kind;
    }

    StateDefinition<S, E, C> build() {
        StateKind actual = kind == StateKind.ATOMIC && !states.isEmpty() ? StateKind.COMPOUND : kind;
        return new StateDefinition<>(name, actual, initial, initialContent, entry, exit, transitions, states);
    }
}
