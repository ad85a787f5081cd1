package org.orderengine.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.FeedLag;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.FeedSubscription;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.QueryRefusedException;

/** The feed of a store in memory. A commit has its place at once: the number of commits that came before it, and one. */
final class MemoryFeed implements FeedStore {

    private final List<FeedRow> rows = new ArrayList<>();
    private final NavigableMap<String, FeedSubscription> subscriptions = new TreeMap<>();

    /** Appends a commit. The caller holds the order's monitor, so that its commits come in order. */
    synchronized void append(Commit commit) {
        rows.add(new FeedRow(Integer.toString(rows.size() + 1), commit.orderId(), commit.row(), commit.index()));
    }

    /** A row as it is handed out: without terms and due instant. */
    private static FeedRow shown(FeedRow row) {
        return new FeedRow(row.position(), row.orderId(), row.row(), columns(Objects.requireNonNull(row.columns())));
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
        List<FeedRow> seen = rows.subList(from, to);
        return new FeedPage(
                seen.stream()
                        .filter(row -> tenant == null || isOf(tenant, row))
                        .map(MemoryFeed::shown)
                        .toList(),
                seen.isEmpty() ? after : seen.get(seen.size() - 1).position(),
                seen.size() == limit);
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
        return from >= rows.size()
                ? FeedLag.NONE
                : new FeedLag((long) rows.size() - from, rows.get(from).row().at());
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
