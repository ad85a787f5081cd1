package org.orderengine.spi.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;

/**
 * The place of an order in a list, which a cursor is a text of.
 *
 * <p>A cursor belongs to the criteria whose list it was given for, their tenant among them: with others it is refused.
 *
 * @param key what the order is sorted by: an amount in minor units, or microseconds since 1970
 * @param orderId the order
 */
public record OrderPlace(long key, String orderId) {

    /** Compares texts character by character, as stores sort them (S9): characters beyond the basic plane come last. */
    public static final Comparator<String> BY_CHARACTER = OrderPlace::compare;

    private static final Comparator<OrderPlace> DESCENDING =
            Comparator.comparingLong(OrderPlace::key).reversed().thenComparing(OrderPlace::orderId, BY_CHARACTER);

    /** Compares places, earlier ones in a list of that order first. */
    public static Comparator<OrderPlace> comparator(OrderSort sort) {
        return sort.isAscending() ? DESCENDING.reversed() : DESCENDING;
    }

    /** The cursor behind this place in the list of these criteria. */
    public String cursor(OrderCriteria criteria) {
        String text = Long.toHexString(criteria.fingerprint()) + ':' + key + ':' + orderId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The place that a cursor stands for.
     *
     * @throws QueryRefusedException with the code {@code cursor-unfit} if it is none, or one of other criteria
     */
    public static OrderPlace of(String cursor, OrderCriteria criteria) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int first = text.indexOf(':');
            int second = text.indexOf(':', first + 1);
            if (first > 0 && second > 0 && text.substring(0, first).equals(Long.toHexString(criteria.fingerprint()))) {
                return new OrderPlace(Long.parseLong(text.substring(first + 1, second)), text.substring(second + 1));
            }
        } catch (IllegalArgumentException unreadable) {
            throw QueryRefusedException.cursorUnfit();
        }
        throw QueryRefusedException.cursorUnfit();
    }

    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean isWide = Character.isSurrogate(a);
                return isWide == Character.isSurrogate(b) ? Character.compare(a, b) : isWide ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
