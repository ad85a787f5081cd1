package org.orderengine.process;

/**
 * The built-in guards that process definitions can name in {@code when}.
 *
 * <p>The definitions of payments, shipments and returns can name three more than those of orders.
 */
public final class GuardNames {

    /** Nothing is outstanding. */
    public static final String FULLY_PAID = "fully-paid";
    /** All that is outstanding is promised by payment providers. */
    public static final String FULLY_PROMISED = "fully-promised";
    /** Some of what is outstanding is not promised. */
    public static final String SOMETHING_UNPROMISED = "something-unpromised";
    /** Some unit has left. */
    public static final String SOMETHING_SHIPPED = "something-shipped";
    /** No unit is left that could still be shipped. */
    public static final String NOTHING_OPEN = "nothing-open";
    /** Some unit is left that could still be shipped. */
    public static final String SOMETHING_OPEN = "something-open";
    /** The inventory holds units for the order that have not left. */
    public static final String SOMETHING_HELD = "something-held";
    /** The order stands for no unit any more. */
    public static final String NOTHING_LEFT = "nothing-left";
    /** Everything that the order stands for was shipped and has arrived. */
    public static final String ALL_DELIVERED = "all-delivered";
    /** At least the deposit was paid. */
    public static final String DEPOSIT_COVERED = "deposit-covered";
    /** The shop keeps a deposit whose balance was not paid. */
    public static final String DEPOSIT_KEPT = "deposit-kept";

    /** Every return has come to its end. */
    public static final String NO_RETURN_OPEN = "no-return-open";

    /** No change waits to be confirmed. */
    public static final String NOTHING_PROPOSED = "nothing-proposed";

    /** Of a return: every unit of it was inspected. */
    public static final String ALL_INSPECTED = "all-inspected";
    /** Of a payment: nothing of it is promised or was taken. */
    public static final String NOTHING_IN_IT = "nothing-in-it";
    /** Of a payment: everything that it took went back. */
    public static final String NOTHING_KEPT = "nothing-kept";

    private GuardNames() {}
}
