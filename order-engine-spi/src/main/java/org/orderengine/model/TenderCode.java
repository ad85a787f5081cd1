package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * The code that a buyer gave to pay with, such as that of a gift card.
 *
 * <p>Who knows it can spend what is on the card, so it stands in no text and no log: only the payment has it, and each request to the
 * payment's provider.
 *
 * @param value the code, as the buyer gave it
 */
public record TenderCode(String value) {

    public TenderCode {
        Checks.requireText(value, "code of payment");
    }

    /** The code of that value; null where there is none. */
    public static @Nullable TenderCode ofNullable(@Nullable String value) {
        return value == null ? null : new TenderCode(value);
    }

    /** Without the code. */
    @Override
    public String toString() {
        return "TenderCode";
    }
}
