package org.orderengine.policy;

/** What becomes of the discounts of the units that stay when others go. */
public enum ReversalPolicy {
    /** Each unit keeps the share it had. */
    KEEP,
    /** Offers are applied anew to what stays; the refund is what was paid less the new total, never below zero. */
    REQUALIFY
}
