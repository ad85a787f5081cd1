package org.orderengine.machine.definition;

/** The forms a state can have. */
public enum StateKind {
    /** Without states of its own. */
    ATOMIC,
    /** With states of its own, exactly one of which is active while it is. */
    COMPOUND,
    /** With states of its own, all of which are active while it is. */
    PARALLEL,
    /** Without a way out; entering it ends its parent, or the whole machine at the top. */
    FINAL,
    /** Not a state to rest in, but a way to enter the child of its parent that was active when the parent was last left. */
    SHALLOW_HISTORY,
    /** Not a state to rest in, but a way to enter all the states inside its parent that were active when the parent was last left. */
    DEEP_HISTORY;

    /** Whether it is a shallow or deep history rather than a state to be in. */
    public boolean isHistory() {
        return this == SHALLOW_HISTORY || this == DEEP_HISTORY;
    }
}
