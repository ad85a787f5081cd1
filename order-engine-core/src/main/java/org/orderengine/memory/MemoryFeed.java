package org.orderengine.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.FeedLag;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.FeedSubscription;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.Rewrite;

/** The feed of a store in memory. A commit has its place at once: the number of commits that came before it, and one. */
final class MemoryFeed implements FeedStore {

    /** The commits by their places, from 1 on; null for one that is not kept any more. */
    private final List<@Nullable FeedRow> rows = new ArrayList<>();

    private final NavigableMap<String, FeedSubscription> subscriptions = new TreeMap<>();

    /** Appends a commit. The caller holds the order's monitor, so that its commits come in order. */
    synchronized void append(Commit commit) {
        rows.add(new FeedRow(Integer.toString(rows.size() + 1), commit.orderId(), commit.row(), commit.index()));
    }

    /** Replaces the events of commits, and in their columns the buyer. The caller holds the order's monitor. */
    synchronized void rewrite(Rewrite rewrite) {
        Map<Long, HistoryRow> rewritten = new HashMap<>();
        rewrite.rows().forEach(row -> rewritten.put(row.revision(), row));
        String buyer = rewrite.index().get(OrderColumn.BUYER);
        rows.replaceAll(row -> {
            HistoryRow by = row == null || !row.orderId().equals(rewrite.orderId())
                    ? null
                    : rewritten.get(row.row().revision());
            if (row == null || by == null) {
                return row;
            }
            OrderIndex columns = row.columns();
            boolean hasBuyer = columns != null && columns.get(OrderColumn.BUYER) != null;
            return new FeedRow(
                    row.position(),
                    row.orderId(),
                    MemoryOrder.withEvents(row.row(), by.events()),
                    columns != null && hasBuyer && buyer != null ? columns.with(OrderColumn.BUYER, buyer) : columns);
        });
    }

    /** Forgets the commits of an order but the first, of which the mark stays. The caller holds the order's monitor. */
    synchronized void archive(String orderId, Document mark) {
        rows.replaceAll(row -> {
            if (row == null || !row.orderId().equals(orderId)) {
                return row;
            }
            return row.row().revision() > 1
                    ? null
                    : new FeedRow(row.position(), orderId, MemoryOrder.withEvents(row.row(), mark), null);
        });
    }

    /** A row as it is handed out: without terms and due instant. */
    private static FeedRow shown(FeedRow row) {
        OrderIndex columns = row.columns();
        return columns == null ? row : new FeedRow(row.position(), row.orderId(), row.row(), columns(columns));
    }

    private static OrderIndex columns(OrderIndex index) {
        OrderIndex.Builder columns = OrderIndex.builder();
        for (OrderColumn<?> column : OrderColumn.ALL) {
            copy(column, index, columns);
        }
        return columns.build();
    }

    private static <T> void copy(OrderColumn<T> column, OrderIndex from, OrderIndex.Builder to) {
        to.set(column, from.get(column));
    }

    @Override
    public int gather() {
        return 0;
    }

    @Override
    public synchronized FeedPage read(@Nullable String after, @Nullable String tenant, int limit) {
        MemoryOrderStore.requireLimit(limit);
        int from = Math.min(number(after), rows.size());
        int to = (int) Math.min((long) from + limit, rows.size());
        List<@Nullable FeedRow> seen = rows.subList(from, to);
        List<FeedRow> shown = new ArrayList<>();
        for (FeedRow row : seen) {
            if (row != null && (tenant == null || isOf(tenant, row))) {
                shown.add(shown(row));
            }
        }
        return new FeedPage(shown, seen.isEmpty() ? after : Integer.toString(to), seen.size() == limit);
    }

    private static boolean isOf(String tenant, FeedRow row) {
        OrderIndex columns = row.columns();
        return columns != null && tenant.equals(columns.get(OrderColumn.TENANT));
    }

    private static int number(@Nullable String place) {
        if (place == null) {
            return 0;
        }
        try {
            int number = Integer.parseInt(place);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Refused below, as every other text that no feed gave.
        }
        throw QueryRefusedException.positionUnfit();
    }

    @Override
    public synchronized @Nullable String end() {
        return rows.isEmpty() ? null : Integer.toString(rows.size());
    }

    @Override
    public synchronized FeedLag lag(@Nullable String after) {
        int from = number(after);
        if (from >= rows.size()) {
            return FeedLag.NONE;
        }
        FeedRow first = rows.get(from);
        return new FeedLag(
                (long) rows.size() - from, first == null ? null : first.row().at());
    }

    @Override
    public synchronized void enroll(String name, @Nullable String start) {
        number(start);
        subscriptions.putIfAbsent(name, FeedSubscription.begun(name, start));
    }

    @Override
    public synchronized List<FeedSubscription> subscriptions() {
        return List.copyOf(subscriptions.values());
    }

    @Override
    public synchronized boolean save(FeedSubscription changed) {
        FeedSubscription kept = subscriptions.get(changed.name());
        if (kept == null || kept.version() != changed.version() - 1) {
            return false;
        }
        subscriptions.put(changed.name(), changed);
        return true;
    }

    @Override
    public synchronized void remove(String name) {
        subscriptions.remove(name);
    }
}
