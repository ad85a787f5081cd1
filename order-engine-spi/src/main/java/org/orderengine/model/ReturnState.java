package org.orderengine.model;

import java.util.Locale;

/** How far the units of an order came back. */
public enum ReturnState {
    /** No unit came back, and none is to. */
    NONE,
    /** The buyer asked to send units back, and nobody has agreed yet. */
    REQUESTED,
    /** Units are on their way back. */
    UNDER_WAY,
    /** Some units came back. */
    PARTLY_RETURNED,
    /** All units that had left came back. */
    RETURNED;

    private static final String ASKED_FOR = "requested";

    /** The state of an order with these books. */
    public static ReturnState of(Books books) {
        long unshipped = 0;
        long shipped = 0;
        long back = 0;
        for (Line line : books.lines()) {
            unshipped += line.units().unshipped();
            shipped += line.units().shipped();
            back += line.units().returned() + line.units().writtenOff();
        }
        if (back > 0 && back == shipped && unshipped == 0) {
            return RETURNED;
        }
        boolean isAskedFor = false;
        for (Return returned : books.returns()) {
            if (!returned.ended()) {
                if (!returned.state().equals(ASKED_FOR)) {
                    return UNDER_WAY;
                }
                isAskedFor = true;
            }
        }
        return isAskedFor ? REQUESTED : back > 0 ? PARTLY_RETURNED : NONE;
    }

    /** How it is written: {@code under-way}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
