package org.orderengine.spi.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the feed.
 *
 * @param rows the commits, in the order of their places
 * @param next the place of the last commit that was looked at, behind which reading goes on; where there was none, the place that was
 *     asked for
 * @param hasMore whether more may follow already
 */
public record FeedPage(List<FeedRow> rows, @Nullable String next, boolean hasMore) {

    public FeedPage {
        rows = List.copyOf(rows);
    }
}
