package org.orderengine.spi.benefit;

import org.jspecify.annotations.Nullable;

/**
 * A buyer as the membership system knows him.
 *
 * @param tier his tier, if he has one
 * @param points the points he could spend
 */
public record Member(@Nullable String tier, long points) {

    /** Somebody who is no member. */
    public static final Member NOBODY = new Member(null, 0);
}
