package org.orderengine.process;

import org.orderengine.model.ChildKind;

/**
 * A process, and beside it what its payments, shipments and returns go through: what a version of a process stands for.
 *
 * @param definition the process
 * @param children what its payments, shipments and returns go through
 */
public record BoundProcess(ProcessDefinition definition, ChildProcesses children) {

    /**
     * A hash of all that orders of this version live by: {@link ProcessDefinition#fingerprint()} of the process, and of what
     * stands beside it. Equal hashes say that all of them say the same.
     */
    public String fingerprint() {
        StringBuilder all = new StringBuilder(definition.fingerprint());
        for (ChildKind kind : ChildKind.values()) {
            all.append(' ').append(children.definition(kind).fingerprint());
        }
        return ProcessDefinition.sha256(all.toString());
    }

    /** Whether the other one says the same; what the host's guards do is not compared. */
    boolean isSame(BoundProcess other) {
        return definition.equals(other.definition) && children.isSame(other.children);
    }
}
