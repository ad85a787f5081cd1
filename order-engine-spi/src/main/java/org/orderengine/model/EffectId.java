package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * The id of an owed effect within its order.
 *
 * <p>The id 4.1 is the first effect that the commit to revision 4 owed. An id is never used twice. Together with the order's id
 * it makes the idempotency key of every call for the effect.
 *
 * @param revision the revision of the order that the commit made
 * @param number which of the commit's effects it is, from 1
 */
public record EffectId(long revision, int number) {

    public EffectId {
        Checks.requirePositive(revision, "revision of effect");
        Checks.requireNotNegative(number, "number of effect");
    }

    /** Reads what {@link #toString} writes. */
    public static EffectId parse(String text) {
        int point = text.indexOf('.');
        if (point > 0) {
            try {
                EffectId id = new EffectId(
                        Long.parseLong(text, 0, point, 10), Integer.parseInt(text, point + 1, text.length(), 10));
                if (id.toString().equals(text)) {
                    return id;
                }
            } catch (NumberFormatException refused) {
                throw unlike(text, refused);
            }
        }
        throw unlike(text, null);
    }

    private static IllegalArgumentException unlike(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException("\"" + text + "\" is no id of an effect like 4.1", cause);
    }

    /** The id as text: {@code 4.1}. */
    @Override
    public String toString() {
        return revision + "." + number;
    }
}
