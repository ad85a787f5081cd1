package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * Who ordered and where: the facts that orders are listed by.
 *
 * @param buyer the host's id of the buyer; without one the order is a guest's
 * @param business the line of business, for hosts that run several
 * @param channel where the order came in: {@code web}, {@code store-12}, …
 * @param merchant who sells, on a marketplace
 */
public record Origin(
        @Nullable String buyer, @Nullable String business, @Nullable String channel, @Nullable String merchant) {

    /** An order of nobody in particular. */
    public static final Origin UNKNOWN = new Origin(null, null, null, null);
}
