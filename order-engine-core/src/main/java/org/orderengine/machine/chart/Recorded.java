package org.orderengine.machine.chart;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the histories of one instance recorded, by their numbers. Immutable: nobody changes the sets once they are in here. */
public record Recorded(Map<Integer, BitSet> states) {

    public static final Recorded NOTHING = new Recorded(Map.of());

    public Recorded {
        states = Map.copyOf(states);
    }

    /** What the history recorded; empty if it never did. */
    public Optional<BitSet> of(int history) {
        return Optional.ofNullable(states.get(history));
    }

    /** This with newer records over it. */
    public Recorded with(Map<Integer, BitSet> newer) {
        if (newer.isEmpty()) {
            return this;
        }
        Map<Integer, BitSet> all = new HashMap<>(states);
        all.putAll(newer);
        return new Recorded(all);
    }
}
