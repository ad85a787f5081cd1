package org.orderengine.policy;

/**
 * The largest input that the engine takes. Larger input is refused with the code {@code limit-exceeded}.
 *
 * <p>Default: {@link #DEFAULT}.
 *
 * @param idLength characters of an id of an order, command, buyer or other thing
 * @param lines lines of one order
 * @param coupons coupon codes of one order
 * @param payloadValues values in one payload, nested ones included
 * @param deferredActions actions that one order keeps while it is busy; one more is refused with {@code deferred-full}
 * @param deferredCharacters characters in the names and texts of the payload of a kept action
 */
public record Limits(
        int idLength, int lines, int coupons, int payloadValues, int deferredActions, int deferredCharacters) {

    /**
     * Ids of 100 characters, 1000 lines, 50 coupons, 10000 values in a payload, 20 actions kept, with 20000 characters in the
     * payload of each.
     */
    public static final Limits DEFAULT = new Limits(100, 1000, 50, 10_000, 20, 20_000);
}
