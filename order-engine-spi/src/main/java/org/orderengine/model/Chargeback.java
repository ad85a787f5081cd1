package org.orderengine.model;

/**
 * Money that a payment's provider took back at the buyer's demand, without asking.
 *
 * @param reference the provider's own name of it: the same reference twice is one
 * @param amount how much, more than nothing
 */
public record Chargeback(String reference, Money amount) {

    public Chargeback {
        Checks.requireText(reference, "reference of chargeback");
        if (!amount.isPositive()) {
            throw Checks.refused("chargeback " + reference + " takes back " + amount);
        }
    }
}
