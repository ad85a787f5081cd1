package org.orderengine.feed.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.feed.FeedEntry;
import org.orderengine.feed.FeedSlice;
import org.orderengine.json.DocumentException;
import org.orderengine.json.EventsDocument;
import org.orderengine.model.Order;
import org.orderengine.orders.OrderService;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.orders.UnreadableOrderException;
import org.orderengine.orders.stored.Authors;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;

/**
 * Reads the feed as followers are given it. Safe for any number of threads.
 *
 * @param feed the store's feed
 * @param orders reads the histories of orders
 * @param columns says what the columns of an order are
 */
public record FeedReader(FeedStore feed, OrderService orders, Function<Order, OrderIndex> columns) {

    /** What follows a place, also what was committed just before. */
    public FeedSlice read(@Nullable String after, @Nullable String tenant, int limit) {
        feed.gather();
        FeedPage page = feed.read(after, tenant, limit);
        List<FeedEntry> entries = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (FeedRow row : page.rows()) {
            if (isMark(row)) {
                continue;
            }
            try {
                entries.add(entry(row));
            } catch (UnreadableOrderException damaged) {
                unreadable.add(row.orderId());
            }
        }
        return new FeedSlice(entries, unreadable, page.next(), page.hasMore());
    }

    /** Whether a row is what is left of an order that was archived: a first commit without columns and without events. */
    static boolean isMark(FeedRow row) {
        return row.columns() == null && row.row().revision() == 1 && hasNoEvents(row);
    }

    private static boolean hasNoEvents(FeedRow row) {
        try {
            return EventsDocument.read(row.row().events()).isEmpty();
        } catch (DocumentException damaged) {
            return false;
        }
    }

    /**
     * The entry of a row.
     *
     * @throws UnreadableOrderException if the commit cannot be read
     */
    FeedEntry entry(FeedRow row) {
        EventsDocument document;
        try {
            document = EventsDocument.whole(row.row().events());
        } catch (DocumentException damaged) {
            throw new UnreadableOrderException(row.orderId(), damaged);
        }
        return new FeedEntry(
                row.position(),
                row.orderId(),
                row.row().revision(),
                row.row().at(),
                Authors.of(document),
                columns(row),
                document.events());
    }

    /** The columns of the row; of a commit from before stores kept them, those of the order as it then stood. */
    OrderIndex columns(FeedRow row) {
        if (row.columns() != null) {
            return row.columns();
        }
        long revision = row.row().revision();
        Order order = orders.timeline(row.orderId()).stream()
                .filter(entry -> entry.revision() == revision)
                .map(TimelineEntry::order)
                .findFirst()
                .orElseThrow(() -> new UnreadableOrderException(
                        row.orderId(), new IllegalStateException("revision " + revision + " is not in its history")));
        return columns.apply(order).with(OrderColumn.UPDATED_AT, row.row().at());
    }
}
