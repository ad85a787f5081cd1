package org.orderengine.spi.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What follows a place in the feed.
 *
 * @param commits how many commits; of those that have no place yet, at most {@link FeedStore#BATCH} are counted
 * @param since when the first of them was decided; null where nothing follows
 */
public record FeedLag(long commits, @Nullable Instant since) {

    /** Nothing follows. */
    public static final FeedLag NONE = new FeedLag(0, null);
}
