package org.orderengine.machine;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.chart.HistoryRecords;

/**
 * What a set of transitions does in one configuration, worked out once: the configuration after, what runs, what is raised.
 *
 * @param active the states that are active after; not to be changed
 * @param recorded what histories have recorded after
 * @param deeds the first of the actions that run; null if there are none
 * @param raised the numbers of the raised events in order, ends of states included
 * @param microstep the same for the caller
 */
@SuppressWarnings("ArrayRecordComponent")
record MicrostepResult<S, E, C>(
        BitSet active,
        HistoryRecords recorded,
        @Nullable ActionChain<C> deeds,
        int[] raised,
        Microstep<S, E, C> microstep) {}
