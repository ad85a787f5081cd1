package org.orderengine.process.compiled;

import org.orderengine.process.ChildProcesses;
import org.orderengine.process.ProcessDefinition;

/**
 * A process, and beside it what its payments, shipments and returns go through: what a version of a process stands for.
 *
 * @param definition the process
 * @param children what its payments, shipments and returns go through
 */
public record BoundProcess(ProcessDefinition definition, ChildProcesses children) {

    /** Whether the other one says the same; what the host's guards do is not compared. */
    boolean isSame(BoundProcess other) {
        return definition.equals(other.definition) && children.isSame(other.children);
    }
}
