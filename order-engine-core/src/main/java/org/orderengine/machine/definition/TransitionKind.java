package org.orderengine.machine.definition;

/** Whether a transition whose targets all lie inside its source leaves that source. */
public enum TransitionKind {
    /** The source is left and entered again. */
    EXTERNAL,
    /** The source stays active, if it is compound and every target lies inside it; otherwise as external. */
    INTERNAL
}
