package org.orderengine.machine;

import java.util.List;

/** Thrown when active states and history, as they were stored, are no configuration that this machine can be in. */
public final class IllegalInstanceException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    IllegalInstanceException(String machine, List<String> problems) {
        super("Machine " + machine + " cannot be brought back: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Everything that does not fit, one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
