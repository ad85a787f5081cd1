package org.orderengine.testkit;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;

/**
 * Something a payment provider did with money, as its own log has it.
 *
 * @param kind what it did
 * @param orderId the order
 * @param payment the payment within the order; null where money arrived for no particular one
 * @param method how the buyer pays
 * @param amount how much, more than zero
 * @param key the idempotency key of the call, or the reference under which money arrived
 */
public record MoneyMovement(
        Kind kind, String orderId, @Nullable String payment, String method, Money amount, String key) {

    /** What a provider does with money. */
    public enum Kind {
        /** It was promised. */
        AUTHORIZED,
        /** It was taken because the engine asked. */
        CAPTURED,
        /** It came without being asked for: a bank transfer. */
        RECEIVED,
        /** A promise was let go. */
        VOIDED,
        /** It was given back. */
        REFUNDED,
        /** What had been taken was not there after all: the provider took it back. */
        CAPTURE_FAILED,
        /** What had been given back came back to the shop. */
        REFUND_FAILED
    }
}
