package org.orderengine.decision.draft;

import org.orderengine.model.Payment;

/** The states of a payment after events of the books. A machine of the host's own may put it in another. */
final class PaymentStates {

    static final String AUTHORIZED = "authorized";
    static final String CAPTURED = "captured";
    static final String VOIDED = "voided";
    static final String PARTIALLY_REFUNDED = "partially-refunded";
    static final String REFUNDED = "refunded";

    static final String CHARGED_BACK = "charged-back";

    private PaymentStates() {}

    static Payment afterVoid(Payment payment) {
        return payment.isEmpty() ? payment.in(VOIDED) : payment;
    }

    /** What the books say of a payment once its provider took back what it had said. */
    static Payment afterReversal(Payment payment) {
        if (payment.chargedBack().isPositive()) {
            return payment.in(CHARGED_BACK);
        }
        if (payment.captured().isZero()) {
            return afterVoid(payment.in(AUTHORIZED));
        }
        return payment.refunded().isPositive() ? afterRefund(payment) : payment.in(CAPTURED);
    }

    static Payment afterRefund(Payment payment) {
        return payment.in(payment.kept().isZero() ? REFUNDED : PARTIALLY_REFUNDED);
    }
}
