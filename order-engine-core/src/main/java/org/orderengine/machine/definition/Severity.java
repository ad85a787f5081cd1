package org.orderengine.machine.definition;

/** How much a finding matters. */
public enum Severity {
    /** A definition with it is not compiled. */
    ERROR,
    /** Probably a mistake, but the machine's behavior is well defined. */
    WARNING
}
