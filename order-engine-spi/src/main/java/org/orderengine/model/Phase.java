package org.orderengine.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The phase of an order's life, for people who look after many orders: what each process calls its states does not matter to it. */
public enum Phase {
    /** It is not paid yet. */
    TO_PAY,
    /** Goods are to leave. */
    TO_SHIP,
    /** Goods are on their way. */
    TO_RECEIVE,
    /** Goods have arrived. */
    DELIVERED,
    /** It has come to its end as it should. */
    COMPLETED,
    /** It was cancelled, or never came to be. */
    CANCELLED,
    /** Everything came back. */
    RETURNED,
    /** It pauses. */
    HELD,
    /** A foreign system's state that nobody gave a meaning. */
    UNMAPPED;

    /** The phase that is written so, or null. */
    public static @Nullable Phase named(String word) {
        for (Phase phase : values()) {
            if (phase.word().equals(word)) {
                return phase;
            }
        }
        return null;
    }

    /** How it is written: {@code to-pay}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
