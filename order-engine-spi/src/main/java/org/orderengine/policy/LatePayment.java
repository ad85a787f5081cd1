package org.orderengine.policy;

/** What becomes of money that arrives for an order that a timer has cancelled because nobody had paid it (P6). */
public enum LatePayment {
    /** It goes back. */
    REFUND,
    /**
     * The order begins anew with what it had, at the prices that it had, if the money covers it and nothing is still being given
     * back; where its stock or a coupon is gone meanwhile it is rejected, and the money goes back.
     */
    REINSTATE
}
