package org.orderengine.model;

import java.util.Locale;

/** How far the units that an order stands for have left, and arrived. */
public enum FulfilmentState {
    /** No unit has left. */
    NONE,
    /** Some units have left, and none has arrived. */
    PARTLY_SHIPPED,
    /** All units have left, and none has arrived. */
    SHIPPED,
    /** Some units have arrived. */
    PARTLY_DELIVERED,
    /** All units have arrived. */
    DELIVERED;

    /** The state of an order with these books. */
    public static FulfilmentState of(Books books) {
        long unshipped = 0;
        long shipped = 0;
        long delivered = 0;
        for (Line line : books.lines()) {
            unshipped += line.units().unshipped();
            shipped += line.units().shipped();
            delivered += line.units().delivered();
        }
        if (shipped == 0) {
            return NONE;
        }
        if (delivered > 0) {
            return delivered == shipped && unshipped == 0 ? DELIVERED : PARTLY_DELIVERED;
        }
        return unshipped == 0 ? SHIPPED : PARTLY_SHIPPED;
    }

    /** How it is written: {@code partly-shipped}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
