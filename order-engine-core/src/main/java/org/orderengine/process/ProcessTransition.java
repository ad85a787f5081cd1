package org.orderengine.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transition of a process.
 *
 * @param when guards by name, all of which have to hold
 * @param to the state it leads to; null keeps the state
 */
public record ProcessTransition(List<String> when, @Nullable String to) {

    /** Keeps the state, always. */
    public static final ProcessTransition STAY = new ProcessTransition(List.of(), null);

    public ProcessTransition {
        when = List.copyOf(when);
    }

    /** Leads to a state, always. */
    public static ProcessTransition to(String state) {
        return new ProcessTransition(List.of(), state);
    }
}
