package org.orderengine.policy;

/** A policy on the discounts of the units that stay when others go. */
public enum ReversalPolicy {
    /** Each unit keeps the share of discount that it had. */
    KEEP,
    /** Offers are applied anew to the units that stay. Refund = paid − new total, never below zero. */
    REQUALIFY
}
