package org.orderengine.machine;

import java.util.List;

/** What a set of transitions does in one instance, worked out once: the instance after, what runs, what is raised. */
final class Change<S, E, C> {

    private final Node<S, E, C> to;
    private final Action<C>[] actions;
    private final List<Owner> owners;
    private final int[] raised;
    private final Microstep<S, E, C> microstep;

    /**
     * Whose an action is.
     *
     * @param state the number of the state it belongs to, the root for the machine itself
     * @param action what it is called
     */
    record Owner(int state, String action) {}

    /**
     * A change.
     *
     * @param to the instance after
     * @param actions the actions in the order they run
     * @param owners whose each action is
     * @param raised the numbers of the raised events in order, ends of states included
     * @param microstep the same for the caller
     */
    Change(Node<S, E, C> to, Action<C>[] actions, List<Owner> owners, int[] raised, Microstep<S, E, C> microstep) {
        this.to = to;
        this.actions = actions;
        this.owners = List.copyOf(owners);
        this.raised = raised;
        this.microstep = microstep;
    }

    Node<S, E, C> to() {
        return to;
    }

    Action<C>[] actions() {
        return actions;
    }

    Owner owner(int action) {
        return owners.get(action);
    }

    int[] raised() {
        return raised;
    }

    Microstep<S, E, C> microstep() {
        return microstep;
    }
}
