package org.orderengine.testkit.property;

import org.orderengine.process.ProcessDefinition;

/** The check of the flow's invariants in one line, for tests that have nothing to set. */
public final class ProcessInvariants {

    private static final int LIVES = 200;

    private ProcessInvariants() {}

    /**
     * Runs 200 lives of orders of a definition, the same at every run, and checks every {@link FlowRule} against each.
     *
     * @throws AssertionError if a rule is broken; it begins with the life's number and the rule's
     */
    public static void check(ProcessDefinition definition) {
        ProcessTrial.of(definition).check(LIVES);
    }
}
