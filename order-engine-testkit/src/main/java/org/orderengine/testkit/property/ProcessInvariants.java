package org.orderengine.testkit.property;

import org.orderengine.process.ProcessDefinition;

/** The invariants of the flow in one line, for tests that have nothing to set. */
public final class ProcessInvariants {

    private static final int LIVES = 200;

    private ProcessInvariants() {}

    /**
     * Lets 200 orders of a definition live, always the same, and holds every {@link FlowRule} against each.
     *
     * @throws AssertionError if a rule is broken; it begins with the life's number and the rule's
     */
    public static void check(ProcessDefinition definition) {
        ProcessTrial.of(definition).check(LIVES);
    }
}
