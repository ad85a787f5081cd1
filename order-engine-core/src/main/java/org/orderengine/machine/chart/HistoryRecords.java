package org.orderengine.machine.chart;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the histories of one instance recorded. Immutable: the sets are not changed once they are in here.
 *
 * @param states the numbers of the states that each history recorded, by the history's number
 */
public record HistoryRecords(Map<Integer, BitSet> states) {

    /** The records of an instance in which no history has recorded anything. */
    public static final HistoryRecords NOTHING = new HistoryRecords(Map.of());

    /** Copies the map. */
    public HistoryRecords {
        states = Map.copyOf(states);
    }

    /** What the history recorded; empty if it never did. */
    public Optional<BitSet> of(int history) {
        return Optional.ofNullable(states.get(history));
    }

    /** This with newer records over it. */
    public HistoryRecords with(Map<Integer, BitSet> newer) {
        if (newer.isEmpty()) {
            return this;
        }
        Map<Integer, BitSet> all = new HashMap<>(states);
        all.putAll(newer);
        return new HistoryRecords(all);
    }
}
