package org.orderengine.model;

import java.util.Map;

/**
 * What a buyer needs to complete a payment at the provider: where to go, what to confirm. The provider's adapter gives it, and the host hands it
 * on.
 *
 * <p>It may hold secrets, so it stands in no text, event or log: the order has it while its payment is pending, and its history never.
 *
 * @param data the adapter's own texts, by names that it shares with the host, such as {@code redirect}
 */
public record BuyerStep(Map<String, String> data) {

    public BuyerStep {
        data = Map.copyOf(data);
        if (data.isEmpty()) {
            throw Checks.refused("a step of a buyer without data");
        }
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "BuyerStep[" + data.size() + " texts]";
    }
}
