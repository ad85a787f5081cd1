package org.orderengine.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of an order that run a machine of their own. */
public enum ChildKind {
    /** A payment. */
    PAYMENT,
    /** A parcel. */
    SHIPMENT,
    /** A return. */
    RETURN;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** What it is called in payloads, and in the names of its timers. */
    public String word() {
        return word;
    }

    /** The kind that is called so; null if none is. */
    public static @Nullable ChildKind named(String word) {
        for (ChildKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return word;
    }
}
