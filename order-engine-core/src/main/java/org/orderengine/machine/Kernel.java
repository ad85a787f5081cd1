package org.orderengine.machine;

import java.util.BitSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What all instances of one machine share: its chart, and the places and steps met so far, kept so that the next order in the same place
 * finds them ready.
 *
 * <p>What is kept is bounded. Once the room is used up, further places and steps are worked out anew each time, which is slower and not
 * otherwise different. Everything kept is immutable, or fills in fields whose every value is equally good, so threads share it without locks.
 */
final class Kernel<S, E, C> {

    private static final int ROOM = 16_384;
    private static final int ROOM_PER_STATE = 64;

    private final String name;
    private final Chart<S, E, C> chart;
    private final Microstepper<S, E, C> microstepper;
    private final ConcurrentMap<Node<S, E, C>, Node<S, E, C>> nodes = new ConcurrentHashMap<>();
    private final Lanes guardLanes = new Lanes();
    private final Lanes actionLanes = new Lanes();
    private final AtomicInteger room;

    Kernel(String name, Chart<S, E, C> chart) {
        this(name, chart, ROOM + ROOM_PER_STATE * chart.size());
    }

    Kernel(String name, Chart<S, E, C> chart, int room) {
        this.name = name;
        this.chart = chart;
        this.microstepper = new Microstepper<>(chart, this);
        this.room = new AtomicInteger(room);
    }

    String name() {
        return name;
    }

    Chart<S, E, C> chart() {
        return chart;
    }

    Microstepper<S, E, C> microstepper() {
        return microstepper;
    }

    Lanes guardLanes() {
        return guardLanes;
    }

    Lanes actionLanes() {
        return actionLanes;
    }

    /** Whether there was room for one more object to keep; it is taken. */
    boolean takeRoom() {
        return room.get() > 0 && room.decrementAndGet() >= 0;
    }

    /** The place with those active states and records; the one already known, if it is. */
    Node<S, E, C> node(BitSet active, Recorded recorded) {
        Node<S, E, C> fresh = new Node<>(this, active, recorded, false);
        Node<S, E, C> known = nodes.get(fresh);
        if (known != null) {
            return known;
        }
        if (!takeRoom()) {
            return fresh;
        }
        Node<S, E, C> kept = new Node<>(this, active, recorded, true);
        Node<S, E, C> raced = nodes.putIfAbsent(kept, kept);
        return raced == null ? kept : raced;
    }

    MachineException failure(
            S state, int event, @Nullable Object external, String kind, String named, RuntimeException cause) {
        String eventName = external == null ? chart.events().nameOf(event, chart.names()) : external.toString();
        return new MachineException(name, state.toString(), eventName, problem(kind, named, cause), cause);
    }

    MachineException failure(Deed<C> deed, Object event, RuntimeException cause) {
        String state = deed.owner() == Chart.ROOT
                ? "initial"
                : chart.name(deed.owner()).toString();
        String problem = problem("action", deed.name(), cause);
        return new MachineException(name, state, event.toString(), problem, cause);
    }

    private static String problem(String kind, String named, RuntimeException cause) {
        return (named.isEmpty() ? "a nameless " + kind : kind + " " + named) + " threw "
                + cause.getClass().getName();
    }
}
