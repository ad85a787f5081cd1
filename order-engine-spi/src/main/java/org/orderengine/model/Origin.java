package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * The origin of an order: its buyer, line of business, channel and merchant.
 *
 * @param buyer the host's id of the buyer; null for a guest
 * @param business the line of business, for hosts that run several
 * @param channel where the order came in: {@code web}, {@code store-12}, …
 * @param merchant who sells, on a marketplace
 */
public record Origin(
        @Nullable String buyer, @Nullable String business, @Nullable String channel, @Nullable String merchant) {

    /** An order of which no origin is known. */
    public static final Origin UNKNOWN = new Origin(null, null, null, null);
}
