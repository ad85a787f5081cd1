package org.orderengine.policy;

/** By which prices a change that was asked for first, and confirmed later, is entered. */
public enum ModifyPrices {
    /** By those of the request: what was shown is what is confirmed, whatever it would cost by then. */
    AS_REQUESTED,
    /** By those of the confirmation: products, offers, taxes and membership are asked for once more. */
    AS_CONFIRMED
}
