package org.orderengine.machine.chart;

import java.util.BitSet;
import org.orderengine.machine.definition.Transition;

/** A transition with its names turned into numbers. Each is one object for as long as its machine lives. */
public final class Edge<S, E, C> {

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

    public Transition<S, E, C> transition() {
        return transition;
    }

    public int source() {
        return source;
    }

    public int[] targets() {
        return targets;
    }

    public BitSet events() {
        return events;
    }

    public boolean isSetOffBy(int event) {
        return event == EventTable.EVENTLESS ? transition.isEventless() : events.get(event);
    }

    public boolean isInternal() {
        return transition.internal();
    }
}
