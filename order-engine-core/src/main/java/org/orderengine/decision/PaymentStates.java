package org.orderengine.decision;

import org.orderengine.model.Payment;

/** The states that a payment goes through. */
final class PaymentStates {

    static final String PENDING = "pending";
    static final String AUTHORIZED = "authorized";
    static final String CAPTURED = "captured";
    static final String DECLINED = "declined";
    /** Its money is booked under another payment. */
    static final String MERGED = "merged";

    static final String VOIDED = "voided";
    static final String PARTIALLY_REFUNDED = "partially-refunded";
    static final String REFUNDED = "refunded";

    static final String CHARGED_BACK = "charged-back";

    private PaymentStates() {}

    static Payment afterVoid(Payment payment) {
        boolean gone = payment.capturable().isZero() && payment.captured().isZero();
        return gone ? payment.in(VOIDED) : payment;
    }

    static Payment afterRefund(Payment payment) {
        return payment.in(payment.kept().isZero() ? REFUNDED : PARTIALLY_REFUNDED);
    }
}
