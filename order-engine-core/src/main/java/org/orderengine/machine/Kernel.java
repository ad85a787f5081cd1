package org.orderengine.machine;

import java.util.BitSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.EventTable;
import org.orderengine.machine.chart.HistoryRecords;

/**
 * What all instances of one machine share: its chart, and the nodes met so far, kept so that the next order in the same configuration finds
 * them ready.
 *
 * <p>What is kept is bounded. Once the room is used up, further nodes and steps are worked out anew each time, which is slower and not
 * otherwise different. Everything kept is immutable, or fills in fields whose every value is equally good, so threads share it without locks.
 */
final class Kernel<S, E, C> {

    private static final int ROOM = 16_384;
    private static final int ROOM_PER_STATE = 64;

    private final String name;
    private final Chart<S, E, C> chart;
    private final MemoryBound memory;
    private final Failures<S, E, C> failures;
    private final CallSiteNumbers guardLanes = new CallSiteNumbers();
    private final Microstepper<S, E, C> microstepper;
    private final ConcurrentMap<KnownConfiguration<S, E, C>, KnownConfiguration<S, E, C>> nodes =
            new ConcurrentHashMap<>();

    Kernel(String name, Chart<S, E, C> chart) {
        this(name, chart, ROOM + ROOM_PER_STATE * chart.size());
    }

    Kernel(String name, Chart<S, E, C> chart, int room) {
        this.name = name;
        this.chart = chart;
        this.memory = new MemoryBound(room);
        this.failures = new Failures<>(name, chart);
        this.microstepper = new Microstepper<>(chart, new CallSiteNumbers());
    }

    String name() {
        return name;
    }

    Chart<S, E, C> chart() {
        return chart;
    }

    MemoryBound memory() {
        return memory;
    }

    Failures<S, E, C> failures() {
        return failures;
    }

    CallSiteNumbers guardLanes() {
        return guardLanes;
    }

    Microstepper<S, E, C> microstepper() {
        return microstepper;
    }

    /** The node with those active states and records; the one already known, if it is. */
    KnownConfiguration<S, E, C> node(BitSet active, HistoryRecords recorded) {
        KnownConfiguration<S, E, C> fresh = new KnownConfiguration<>(this, active, recorded, false);
        KnownConfiguration<S, E, C> known = nodes.get(fresh);
        if (known != null) {
            return known;
        }
        if (!memory.takeRoom()) {
            return fresh;
        }
        KnownConfiguration<S, E, C> kept = new KnownConfiguration<>(this, active, recorded, true);
        KnownConfiguration<S, E, C> raced = nodes.putIfAbsent(kept, kept);
        return raced == null ? kept : raced;
    }

    /** The node that a configuration of this machine is. All configurations are made by {@link #node(BitSet, Recorded)}. */
    KnownConfiguration<S, E, C> node(Configuration<S, E, C> configuration) {
        return (KnownConfiguration<S, E, C>) configuration;
    }

    /** The trail of a first microstep, with the node that it leads to. */
    MicrostepChain<S, E, C> trail(MicrostepResult<S, E, C> change, boolean keep) {
        KnownConfiguration<S, E, C> reached = node(change.active(), change.recorded());
        boolean restless =
                !reached.isFinished() && reached.row(EventTable.EVENTLESS).isOpen();
        return MicrostepChain.first(change, reached, restless, keep);
    }
}
