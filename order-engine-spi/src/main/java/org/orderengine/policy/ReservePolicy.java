package org.orderengine.policy;

/**
 * A policy on units that the inventory is asked to hold and does not have.
 *
 * <p>Default: {@link #ALL_OR_NOTHING}.
 */
public enum ReservePolicy {
    /**
     * All units are held or none. Units that the inventory itself allows on backorder count as held, and the answer names them. Where
     * there are still too few, the answer is declined.
     */
    ALL_OR_NOTHING,
    /** Units in stock are held. The order does without the rest, which the answer names as missing. Declined if none is in stock. */
    PARTIAL,
    /** Units in stock are held, and the rest is promised on backorder, however much the inventory allows otherwise. */
    BACKORDER
}
