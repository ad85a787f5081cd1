package org.orderengine.model;

/**
 * What a payment's provider told of money that went back, or of what it took back later. Each counts once, by its reference.
 *
 * @param kind what it told of
 * @param reference the provider's own name of it
 * @param amount how much, more than nothing
 */
public record ProviderNotice(Kind kind, String reference, Money amount) {

    /** What a provider tells of. */
    public enum Kind {
        /** Money went back to the buyer, by a refund that the engine asked for or that the provider made by itself. */
        REFUNDED,
        /** A capture that it had accepted failed later. */
        CAPTURE_FAILED,
        /** A refund came back to the shop. */
        REFUND_FAILED,
        /** A dispute was won: what was charged back is the shop's again. */
        CHARGEBACK_REVERSED
    }

    public ProviderNotice {
        Checks.requireText(reference, "reference of notice");
        if (!amount.isPositive()) {
            throw Checks.refused("notice " + reference + " is of " + amount);
        }
    }
}
