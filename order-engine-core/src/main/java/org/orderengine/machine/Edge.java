package org.orderengine.machine;

import java.util.BitSet;

/** A transition with its names turned into numbers. Each is one object for as long as its machine lives. */
final class Edge<S, E, C> {

    private final Transition<S, E, C> transition;
    private final int source;
    private final int[] targets;
    private final BitSet events;

    /**
     * An edge for a transition.
     *
     * @param events the numbers of the events that set it off; empty for an eventless one
     */
    Edge(Transition<S, E, C> transition, int source, int[] targets, BitSet events) {
        this.transition = transition;
        this.source = source;
        this.targets = targets;
        this.events = events;
    }

    Transition<S, E, C> transition() {
        return transition;
    }

    int source() {
        return source;
    }

    int[] targets() {
        return targets;
    }

    BitSet events() {
        return events;
    }

    boolean isSetOffBy(int event) {
        return event == EventTable.EVENTLESS ? transition.isEventless() : events.get(event);
    }

    boolean isInternal() {
        return transition.kind() == TransitionKind.INTERNAL;
    }
}
