package org.orderengine.spi.rule;

/** What becomes of work of the host's own where it is not known whether it was done: the answer was lost, or the call threw. */
public enum LostAnswer {
    /** It is called again with the same key. */
    CALL_AGAIN,
    /** It is asked for, and not called before it is known that it was not done. */
    ASK,
    /** It is left to a person at once. */
    PARK
}
