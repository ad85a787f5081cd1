package org.orderengine.decision;

import java.util.Locale;

/**
 * A part of an order that has no landing place in the process that the order is to be migrated to.
 *
 * @param kind what it is
 * @param name its name in the process that the order follows
 * @param reason why it has none, for people
 */
public record Stranded(Kind kind, String name, String reason) {

    /** What can be without a landing place. */
    public enum Kind {
        /** An active state. */
        STATE,
        /** What a history recorded. */
        HISTORY,
        /** A running timer. */
        TIMER,
        /** A pending effect. */
        EFFECT,
        /** A payment, shipment or return. */
        CHILD,
        /** The order as a whole. */
        ORDER
    }

    /** As {@code timer unpaid: none of [paid] has a timer unpaid}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + name + ": " + reason;
    }
}
