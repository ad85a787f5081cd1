package org.orderengine.process;

import java.util.List;
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

    /** What the books tell the machine of one of them: no actions of people, and never refused. */
    public List<String> happenings() {
        return switch (this) {
            case PAYMENT ->
                List.of(
                        ChildEvents.AUTHORIZED,
                        ChildEvents.CAPTURED,
                        ChildEvents.VOIDED,
                        ChildEvents.REFUNDED,
                        ChildEvents.CHARGED_BACK,
                        ChildEvents.DECLINED,
                        ChildEvents.MERGED);
            case SHIPMENT ->
                List.of(
                        ChildEvents.SHIPPED,
                        ChildEvents.DELIVERED,
                        ChildEvents.RETURNED,
                        ChildEvents.LOST,
                        ChildEvents.CANCELLED);
            case RETURN -> List.of();
        };
    }

    /** What the order's own machine is told when one of them has come to its end. */
    public String raised() {
        return word + ChildEvents.ENDED;
    }

    @Override
    public String toString() {
        return word;
    }
}
