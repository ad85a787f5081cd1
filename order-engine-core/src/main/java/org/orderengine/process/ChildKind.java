package org.orderengine.process;

import java.util.Locale;

/** The parts of an order that run a machine of their own. */
public enum ChildKind {
    /** A payment. */
    PAYMENT,
    /** A parcel. */
    SHIPMENT,
    /** A return. */
    RETURN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** What it is called in payloads, and in the names of its timers. */
    public String word() {
        return word;
    }

    /** What the order's own machine is told when one of them has come to its end. */
    public String raised() {
        return word + ChildEvents.ENDED;
    }

    @Override
    public String toString() {
        return word;
    }
}
