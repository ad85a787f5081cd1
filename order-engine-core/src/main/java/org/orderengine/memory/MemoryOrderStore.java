package org.orderengine.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.Rewrite;
import org.orderengine.spi.store.StoredOrder;

/**
 * An order store that keeps everything in memory, for tests and trials.
 *
 * <p>It keeps every rule of the store's contract (S), but no order outlives the program.
 *
 * <pre>{@code
 * OrderStore store = new MemoryOrderStore();
 * OrderEngine engine = OrderEngine.builder().store(store).catalog(catalog).payments(gateway).build();
 * }</pre>
 *
 * <p>How it works:
 *
 * <ul>
 *   <li>Documents are kept as they are handed in, and never written out.
 *   <li>Each order is changed under its own monitor, so commits of different orders do not wait for one another.
 *   <li>Orders are found without a scan by buyer, by what waits for a person or for goods, and by age. Other criteria are tried
 *       order by order.
 *   <li>{@link #close} keeps the orders, so that another engine can go on with them.
 * </ul>
 *
 * <p>Safe for any number of threads.
 */
public final class MemoryOrderStore implements OrderStore {

    private final ConcurrentMap<String, MemoryOrder> orders = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<DueKey, MemoryOrder> due = new ConcurrentSkipListMap<>();
    private final PlacedIndex placed = new PlacedIndex();
    private final MemoryFeed feed = new MemoryFeed();

    /** A store without any order. */
    public MemoryOrderStore() {}

    @Override
    public Optional<StoredOrder> load(String orderId) {
        MemoryOrder order = orders.get(orderId);
        return Optional.ofNullable(order).map(MemoryOrder::version).map(Version::order);
    }

    @Override
    public CommitResult commit(Commit commit) {
        MemoryOrder order = commit.revision() == 1 && commit.leaseEpoch() == 0
                ? orders.computeIfAbsent(commit.orderId(), id -> new MemoryOrder())
                : orders.get(commit.orderId());
        if (order == null) {
            return CommitResult.CONFLICT;
        }
        synchronized (order) {
            if (order.row(commit.row().commandId()) != null) {
                return CommitResult.DUPLICATE;
            }
            Version before = order.version();
            if (order.isArchived() || !follows(commit, before)) {
                return CommitResult.CONFLICT;
            }
            Version after = Version.committed(before, commit);
            order.append(commit.row());
            change(order, before, after);
            placed.changed(order, before, after);
            feed.append(commit);
            return CommitResult.COMMITTED;
        }
    }

    private static boolean follows(Commit commit, @Nullable Version before) {
        return before == null
                ? commit.revision() == 1
                : before.order().revision() == commit.revision() - 1
                        && before.order().leaseEpoch() == commit.leaseEpoch();
    }

    @Override
    public Optional<HistoryRow> findCommand(String orderId, String commandId) {
        MemoryOrder order = orders.get(orderId);
        if (order == null) {
            return Optional.empty();
        }
        synchronized (order) {
            return Optional.ofNullable(order.row(commandId));
        }
    }

    @Override
    public List<HistoryRow> history(String orderId, long fromRevision, int limit) {
        requireLimit(limit);
        MemoryOrder order = orders.get(orderId);
        if (order == null) {
            return List.of();
        }
        synchronized (order) {
            return order.rows(fromRevision, limit);
        }
    }

    @Override
    public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
        requireLimit(limit);
        if (leaseFor.isNegative() || leaseFor.isZero()) {
            throw new IllegalArgumentException("A lease for " + leaseFor + " ends before it begins");
        }
        Objects.requireNonNull(owner, "owner");
        Instant until = now.plus(leaseFor);
        List<Claim> claims = new ArrayList<>();
        for (Map.Entry<DueKey, MemoryOrder> entry : due.entrySet()) {
            if (claims.size() == limit || entry.getKey().claimableAt().isAfter(now)) {
                break;
            }
            Claim claim = claim(entry.getKey(), entry.getValue(), until);
            if (claim != null) {
                claims.add(claim);
            }
        }
        return Collections.unmodifiableList(claims);
    }

    private @Nullable Claim claim(DueKey key, MemoryOrder order, Instant until) {
        synchronized (order) {
            Version before = order.version();
            if (before == null || !key.equals(before.dueKey())) {
                return null;
            }
            Version after = before.claimed(until);
            change(order, before, after);
            return new Claim(
                    after.order().orderId(),
                    after.order().revision(),
                    after.order().leaseEpoch());
        }
    }

    @Override
    public void release(Claim claim, @Nullable Instant newDue) {
        release(claim, newDue, false);
    }

    @Override
    public void setAside(Claim claim, Instant newDue) {
        release(claim, newDue, true);
    }

    private void release(Claim claim, @Nullable Instant newDue, boolean isParked) {
        MemoryOrder order = orders.get(claim.orderId());
        if (order == null) {
            return;
        }
        synchronized (order) {
            Version before = order.version();
            if (before == null || before.order().leaseEpoch() != claim.leaseEpoch()) {
                return;
            }
            boolean unchanged = before.order().revision() == claim.revision();
            Version after = before.released(unchanged ? newDue : before.due());
            Version shown = isParked && unchanged ? after.parked() : after;
            change(order, before, shown);
            placed.changed(order, before, shown);
        }
    }

    /** Makes a version the order's, and moves the order among the due ones. The caller holds the order's monitor. */
    private void change(MemoryOrder order, @Nullable Version before, Version after) {
        order.become(after);
        DueKey was = before == null ? null : before.dueKey();
        DueKey is = after.dueKey();
        if (was != null && !was.equals(is)) {
            due.remove(was);
        }
        if (is != null && !is.equals(was)) {
            due.put(is, order);
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.ofNullable(due.firstEntry()).map(first -> first.getKey().claimableAt());
    }

    @Override
    public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
        requireLimit(limit);
        return new MemorySearch(placed, criteria).page(after, limit);
    }

    @Override
    public long count(OrderCriteria criteria, int most) {
        requireLimit(most);
        return new MemorySearch(placed, criteria.sorted(OrderSort.By.PLACED, false)).count(most);
    }

    @Override
    public List<OrderSum> sums(OrderCriteria criteria, List<OrderColumn<String>> by, boolean isByDay) {
        return new MemorySearch(placed, criteria.sorted(OrderSort.By.PLACED, false)).sums(OrderSum.groups(by), isByDay);
    }

    @Override
    public Optional<FeedStore> feed() {
        return Optional.of(feed);
    }

    @Override
    public boolean rewrite(Rewrite rewrite) {
        MemoryOrder order = orders.get(rewrite.orderId());
        if (order == null) {
            return false;
        }
        synchronized (order) {
            Version before = order.version();
            if (before == null || before.order().revision() != rewrite.revision()) {
                return false;
            }
            Version after = before.rewritten(rewrite);
            rewrite.rows().forEach(order::replaceEvents);
            feed.rewrite(rewrite);
            change(order, before, after);
            placed.changed(order, before, after);
            return true;
        }
    }

    @Override
    public boolean archive(String orderId, long revision, Document mark) {
        MemoryOrder order = orders.get(orderId);
        if (order == null) {
            return false;
        }
        synchronized (order) {
            Version before = order.version();
            if (before == null || before.order().revision() != revision) {
                return false;
            }
            order.archive(mark);
            feed.archive(orderId, mark);
            if (before.dueKey() != null) {
                due.remove(before.dueKey());
            }
            placed.removed(before);
            return true;
        }
    }

    /** Does nothing: what was committed stays, and the store goes on working. */
    @Override
    public void close() {}

    static void requireLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A limit of " + limit + " asks for nothing: 1 is the least");
        }
    }
}
