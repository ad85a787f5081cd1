package org.orderengine.model;

import java.util.Locale;

/** How far an order is paid. Of those that fit, an order has the one that stands first here. */
public enum PaymentState {
    /** A provider took money back, and it is missing. */
    CHARGED_BACK,
    /** Money is owed back. */
    OVERPAID,
    /** Money was taken, and nothing of it was kept. */
    REFUNDED,
    /** Some of what was taken was given back. */
    PARTLY_REFUNDED,
    /** Nothing is outstanding, also because it costs nothing. */
    PAID,
    /** Some of it was taken. */
    PARTLY_PAID,
    /** Providers have promised all that is outstanding. */
    AUTHORIZED,
    /** Nothing was paid. */
    NONE;

    /** The state of an order with these books. */
    public static PaymentState of(Books books) {
        Totals totals = books.totals();
        long outstanding = totals.outstanding().minorUnits();
        long captured = totals.captured().minorUnits();
        long refunded = totals.refunded().minorUnits();
        long chargedBack = totals.chargedBack().minorUnits();
        long kept = captured - refunded - chargedBack;
        if (chargedBack > 0 && outstanding > 0) {
            return CHARGED_BACK;
        }
        if (outstanding < 0) {
            return OVERPAID;
        }
        if (captured > 0 && kept <= 0) {
            return REFUNDED;
        }
        if (refunded > 0) {
            return PARTLY_REFUNDED;
        }
        if (outstanding == 0) {
            return PAID;
        }
        return kept > 0 ? PARTLY_PAID : promised(books) >= outstanding ? AUTHORIZED : NONE;
    }

    private static long promised(Books books) {
        long promised = 0;
        for (Payment payment : books.payments()) {
            promised += payment.capturable().minorUnits();
        }
        return promised;
    }

    /** How it is written: {@code partly-paid}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
