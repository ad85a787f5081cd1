package org.orderengine.testkit;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;

/**
 * What a fake payment gateway is told to answer, once.
 *
 * @param answer the answer
 * @param amount how much is promised or taken at most, as the balance of a gift card; null for all that is asked
 */
public record GatewayAnswer(Answer answer, @Nullable Money amount) {

    public GatewayAnswer {
        if (amount != null && answer != Answer.APPROVED && answer != Answer.UNKNOWN_DONE) {
            throw new IllegalArgumentException(answer + " moves no money, so it names no amount");
        }
    }

    /** An answer about all that is asked. */
    public static GatewayAnswer of(Answer answer) {
        return new GatewayAnswer(answer, null);
    }

    /** No more than so much is approved. */
    public static GatewayAnswer approved(Money amount) {
        return new GatewayAnswer(Answer.APPROVED, amount);
    }
}
