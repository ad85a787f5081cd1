package org.orderengine.process;

/** The built-in guards that the definitions of payments, shipments and returns can name, besides those of orders. */
public final class ChildGuardNames {

    /** Every unit of the return was inspected. */
    public static final String ALL_INSPECTED = "all-inspected";

    /** Nothing of the payment is promised or was taken. */
    public static final String NOTHING_IN_IT = "nothing-in-it";
    /** Of what the payment took, everything went back. */
    public static final String NOTHING_KEPT = "nothing-kept";

    private ChildGuardNames() {}
}
