package org.orderengine.policy;

/**
 * A policy on the prices of a change that is first proposed and later confirmed.
 *
 * <p>Default: {@link #AS_REQUESTED}.
 */
public enum ModifyPrices {
    /** The prices of the request: what was shown is what is confirmed, whatever it would cost by then. */
    AS_REQUESTED,
    /** The prices of the confirmation: products, offers, taxes and membership are asked for once more. */
    AS_CONFIRMED
}
