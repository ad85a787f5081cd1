package org.orderengine.spi.payment;

/** How often what a provider has promised can be captured. */
public enum Captures {
    /** In as many parts as there are parcels. */
    MANY,
    /** Once: what a capture leaves is let go by the provider, and has to be promised anew. */
    ONCE
}
