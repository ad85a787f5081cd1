package org.orderengine.spi.benefit;

import org.jspecify.annotations.Nullable;

/**
 * A buyer as the membership system knows them.
 *
 * @param tier the buyer's tier; null for none
 * @param points the number of points that the buyer could spend
 */
public record Member(@Nullable String tier, long points) {

    /** A buyer who is no member. */
    public static final Member NOBODY = new Member(null, 0);
}
