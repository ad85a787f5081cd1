package org.orderengine.policy;

/** What is to become of units that the inventory is asked to hold and that are not there. */
public enum ReservePolicy {
    /**
     * All units are held or none. Units that the inventory itself allows on backorder count as held, and the answer names
     * them; where there are too few of those too, the answer is declined.
     */
    ALL_OR_NOTHING,
    /** What is there is held and the order does without the rest, which the answer names as missing; declined if nothing is. */
    PARTIAL,
    /** What is there is held and the rest is promised on backorder, however much the inventory allows otherwise. */
    BACKORDER
}
