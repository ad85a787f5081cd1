package org.orderengine.orders;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.orderengine.model.ProcessReference;

/**
 * How the orders of a query went through one version of a process.
 *
 * <p>{@code Diagrams} draws it: {@code Diagrams.mermaid(definition, Highlight.of(flow))}.
 *
 * @param process the version of the process
 * @param orders how many orders follow it
 * @param taken how many of them took each transition, by its place in the definition, as {@code states.created.on.pay[0]}; those that
 *     none took are left out
 * @param rests how long they rested in each state, by its name; final states, and those that hold others, are left out
 */
public record ProcessFlow(
        ProcessReference process, long orders, Map<String, Long> taken, Map<String, RestTimes> rests) {

    /** The most orders of which figures are made. */
    public static final int MOST = 10_000;

    /** Copies the maps. */
    public ProcessFlow {
        taken = Collections.unmodifiableMap(new TreeMap<>(taken));
        rests = Collections.unmodifiableMap(new TreeMap<>(rests));
    }
}
