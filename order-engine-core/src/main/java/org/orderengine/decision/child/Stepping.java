package org.orderengine.decision.child;

import org.orderengine.machine.Step;
import org.orderengine.process.compiled.Subject;

/** Asks a process what an action does: for the decision alone, or recording what was asked. */
@FunctionalInterface
public interface Stepping {

    /** What the action does to the order as it would stand. */
    Step<String, String, Subject> ask(Subject subject, String action);
}
