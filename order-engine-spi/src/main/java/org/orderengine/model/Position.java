package org.orderengine.model;

import java.util.List;
import java.util.Map;

/**
 * The position of an order in its process: its active states.
 *
 * @param states the active states that hold no others, in document order
 * @param history per history state that was recorded, the states to resume
 * @param ended whether the process has come to its end
 */
public record Position(List<String> states, Map<String, List<String>> history, boolean ended) {

    /** Before the process has begun. */
    public static final Position NONE = new Position(List.of(), Map.of(), false);

    public Position {
        states = List.copyOf(states);
        history = Map.copyOf(history);
    }

    @Override
    public String toString() {
        return states.size() == 1 ? states.get(0) : states.toString();
    }
}
