package org.orderengine.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the feed, for those who read it themselves.
 *
 * @param entries the commits, in the order of the feed
 * @param unreadable the ids of orders of which a commit in this part cannot be read
 * @param next the place to go on from; null while the feed is empty
 * @param hasMore whether more may follow already
 */
public record FeedSlice(List<FeedEntry> entries, List<String> unreadable, @Nullable String next, boolean hasMore) {

    public FeedSlice {
        entries = List.copyOf(entries);
        unreadable = List.copyOf(unreadable);
    }
}
