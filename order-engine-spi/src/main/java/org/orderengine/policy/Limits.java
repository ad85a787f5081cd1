package org.orderengine.policy;

/**
 * How large input may be, and what comes of it. What is larger is refused with the code {@code limit-exceeded}, or with {@code bad-id}
 * for an id.
 *
 * <p>More than seven components: each bounds another thing.
 *
 * @param idLength characters of an order's, command's, buyer's or other id, and of every text of a built-in action that names something
 * @param lines lines of one order, those that were taken off included
 * @param coupons coupon codes of one order
 * @param payloadValues values in one payload, nested ones included
 * @param deferredActions actions that one order keeps while it is busy; a further one is refused with {@code deferred-full}
 * @param deferredCharacters characters in the names and texts of the payload of an action that is kept
 * @param entries payments, parcels, returns and proposals of one order, each of them: what a buyer can repeat. What a provider tells
 *     is booked beyond it
 * @param textLength characters of a text in a payload, and of a reason
 * @param attributes attributes of one order, one line or one action, each of them
 * @param attributeLength characters of one attribute
 * @param tags tags of one order
 */
public record Limits(
        int idLength,
        int lines,
        int coupons,
        int payloadValues,
        int deferredActions,
        int deferredCharacters,
        int entries,
        int textLength,
        int attributes,
        int attributeLength,
        int tags) {

    /**
     * Ids of 100 characters, 1000 lines, 50 coupons, 10000 values in a payload, 20 actions kept, with 20000 characters in the
     * payload of each, 200 payments, parcels and returns, texts of 10000 characters, 50 attributes of 1000 characters
     * each, and 50 tags.
     */
    public static final Limits DEFAULT = new Limits(100, 1000, 50, 10_000, 20, 20_000, 200, 10_000, 50, 1000, 50);

    public Limits {
        requireAtLeast(1, idLength, "characters of an id");
        requireAtLeast(1, lines, "lines");
        requireAtLeast(0, coupons, "coupons");
        requireAtLeast(1, payloadValues, "values of a payload");
        requireAtLeast(0, deferredActions, "actions that are kept");
        requireAtLeast(0, deferredCharacters, "characters of an action that is kept");
        requireAtLeast(1, entries, "payments, parcels and returns");
        requireAtLeast(1, textLength, "characters of a text");
        requireAtLeast(0, attributes, "attributes");
        requireAtLeast(1, attributeLength, "characters of an attribute");
        requireAtLeast(0, tags, "tags");
    }

    /** These limits, with the usual ones for attributes and tags. */
    public Limits(
            int idLength,
            int lines,
            int coupons,
            int payloadValues,
            int deferredActions,
            int deferredCharacters,
            int entries,
            int textLength) {
        this(
                idLength,
                lines,
                coupons,
                payloadValues,
                deferredActions,
                deferredCharacters,
                entries,
                textLength,
                50,
                1000,
                50);
    }

    /** These limits, with the usual ones for payments, parcels, returns and texts. */
    public Limits(
            int idLength, int lines, int coupons, int payloadValues, int deferredActions, int deferredCharacters) {
        this(idLength, lines, coupons, payloadValues, deferredActions, deferredCharacters, 200, 10_000);
    }

    private static void requireAtLeast(int least, int given, String what) {
        if (given < least) {
            throw new IllegalArgumentException("a limit of " + given + " " + what + "; give at least " + least);
        }
    }
}
