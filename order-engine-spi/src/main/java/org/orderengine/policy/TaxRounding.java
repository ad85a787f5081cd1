package org.orderengine.policy;

/** A policy on where a tax is rounded, half up, to the minor unit. */
public enum TaxRounding {
    /** Each line by itself. */
    LINE,
    /** Once per rate over the whole order, spread over the lines by largest remainder. */
    ORDER
}
