package org.orderengine.policy;

/** What becomes of the price of the delivery when goods come back, where a return does not say it itself. */
public enum ShippingOnReturn {
    /** The buyer keeps paying for it. */
    NEVER,
    /** It is paid back once nothing of the order is left, as buyers' right of withdrawal asks for. */
    WHEN_EVERYTHING_COMES_BACK,
    /** It is paid back with the first goods that are taken back. */
    ALWAYS
}
