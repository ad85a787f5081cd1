package org.orderengine.policy;

/**
 * How large input may be. What is larger is refused with the code {@code limit-exceeded}.
 *
 * @param idLength characters of an order's, command's, buyer's or other id
 * @param lines lines of one order
 * @param coupons coupon codes of one order
 * @param payloadValues values in one payload, nested ones included
 * @param deferredActions actions that one order keeps while it is busy; a further one is refused with {@code deferred-full}
 * @param deferredCharacters characters in the names and texts of the payload of an action that is kept
 */
public record Limits(
        int idLength, int lines, int coupons, int payloadValues, int deferredActions, int deferredCharacters) {

    /**
     * Ids of 100 characters, 1000 lines, 50 coupons, 10000 values in a payload, 20 actions kept, with 20000 characters in the
     * payload of each.
     */
    public static final Limits DEFAULT = new Limits(100, 1000, 50, 10_000, 20, 20_000);
}
