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

    /** Its name in payloads, and in the keys of its timers. */
    public String word() {
        return word;
    }

    /** The kind of that name; null if there is none. */
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
