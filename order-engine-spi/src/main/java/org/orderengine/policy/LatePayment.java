package org.orderengine.policy;

/**
 * A policy on money that arrives for an order which a timer has cancelled as unpaid (P6).
 *
 * <p>Default: {@link #REFUND}.
 */
public enum LatePayment {
    /** The money goes back. */
    REFUND,
    /**
     * The order begins anew with what it had, at the prices that it had. It does so if the money covers it and nothing is still being
     * given back. Where its stock or a coupon is gone meanwhile it is rejected, and the money goes back.
     */
    REINSTATE
}
