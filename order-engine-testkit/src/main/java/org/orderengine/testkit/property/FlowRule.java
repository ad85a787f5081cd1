package org.orderengine.testkit.property;

/** What must hold of an order's flow, after every command, outcome, timer and restart, whatever definition it follows. */
public enum FlowRule {
    /** Only transitions of the order's own version happen. */
    F1,
    /** No action leaves an end; what still arrives is recorded, money booked and refunded. */
    F2,
    /** A refused command changes nothing and writes nothing. */
    F3,
    /** The revision rises by one per commit. */
    F4,
    /** A timer runs while its state is active, never fires early, and fires once in effect. */
    F7,
    /** When faults stop, every order reaches an end or a state where it waits, or is parked with a code, in bounded time. */
    F8
}
