package org.orderengine.testkit.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;

/** A store as plain as the rules: one list of orders, searched for every question. For one thread. */
final class StoreModel implements OrderStore {

    /** An order: its commits so far, and its lease. */
    private static final class Kept {
        final List<Commit> commits = new ArrayList<>();
        long leaseEpoch;

        @Nullable
        Instant leasedUntil;

        @Nullable
        Instant due;

        Commit last() {
            return commits.get(commits.size() - 1);
        }

        String id() {
            return last().orderId();
        }

        OrderIndex index() {
            return last().index();
        }

        StoredOrder stored() {
            return new StoredOrder(id(), commits.size(), leaseEpoch, last().document());
        }

        Instant claimableAt() {
            Instant work = Objects.requireNonNull(due);
            return leasedUntil != null && leasedUntil.isAfter(work) ? leasedUntil : work;
        }
    }

    private static final Comparator<Kept> BY_WAITING =
            Comparator.comparing(Kept::claimableAt).thenComparing(Kept::id);
    private static final Comparator<Kept> BY_AGE = Comparator.comparing(
                    (Kept order) -> order.index().placedAt(), Comparator.reverseOrder())
            .thenComparing(Kept::id);

    private final Map<String, Kept> orders = new HashMap<>();

    @Override
    public Optional<StoredOrder> load(String orderId) {
        return Optional.ofNullable(orders.get(orderId)).map(Kept::stored);
    }

    @Override
    public CommitResult commit(Commit commit) {
        String command = commit.row().commandId();
        if (command != null && findCommand(commit.orderId(), command).isPresent()) {
            return CommitResult.DUPLICATE;
        }
        Kept order = orders.getOrDefault(commit.orderId(), new Kept());
        if (commit.revision() != order.commits.size() + 1 || commit.leaseEpoch() != order.leaseEpoch) {
            return CommitResult.CONFLICT;
        }
        order.commits.add(commit);
        order.due = commit.index().due();
        if (commit.releasesLease()) {
            order.leasedUntil = null;
        }
        orders.put(commit.orderId(), order);
        return CommitResult.COMMITTED;
    }

    @Override
    public Optional<HistoryRow> findCommand(String orderId, String commandId) {
        return history(orderId, 1, Integer.MAX_VALUE).stream()
                .filter(row -> commandId.equals(row.commandId()))
                .findFirst();
    }

    @Override
    public List<HistoryRow> history(String orderId, long fromRevision, int limit) {
        Kept order = orders.get(orderId);
        Stream<Commit> commits = order == null ? Stream.empty() : order.commits.stream();
        return commits.map(Commit::row)
                .filter(row -> row.revision() >= fromRevision)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
        List<Kept> claimed = everDue()
                .filter(order -> !order.claimableAt().isAfter(now))
                .sorted(BY_WAITING)
                .limit(limit)
                .toList();
        for (Kept order : claimed) {
            order.leaseEpoch++;
            order.leasedUntil = now.plus(leaseFor);
        }
        return claimed.stream()
                .map(order -> new Claim(order.id(), order.commits.size(), order.leaseEpoch))
                .toList();
    }

    @Override
    public void release(Claim claim, @Nullable Instant due) {
        Kept order = orders.get(claim.orderId());
        if (order != null && order.leaseEpoch == claim.leaseEpoch()) {
            order.leasedUntil = null;
            if (order.commits.size() == claim.revision()) {
                order.due = due;
            }
        }
    }

    @Override
    public Optional<Instant> nextDue() {
        return everDue().min(BY_WAITING).map(Kept::claimableAt);
    }

    private Stream<Kept> everDue() {
        return orders.values().stream().filter(order -> order.due != null);
    }

    @Override
    public OrderPage find(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit) {
        List<Kept> all = matching(criteria).sorted(BY_AGE).toList();
        int from = 0;
        while (after != null && from < all.size() && !isBehind(all.get(from), after)) {
            from++;
        }
        List<Kept> page = all.subList(from, Math.min(from + limit, all.size()));
        boolean more = from + limit < all.size();
        return new OrderPage(page.stream().map(Kept::stored).toList(), more ? cursor(page.get(page.size() - 1)) : null);
    }

    private static boolean isBehind(Kept order, OrderPage.Cursor cursor) {
        Instant placedAt = order.index().placedAt();
        return placedAt.isBefore(cursor.placedAt())
                || (placedAt.equals(cursor.placedAt()) && order.id().compareTo(cursor.orderId()) > 0);
    }

    private static OrderPage.Cursor cursor(Kept order) {
        return new OrderPage.Cursor(order.index().placedAt(), order.id());
    }

    @Override
    public Map<String, Long> countByState(OrderCriteria criteria) {
        return matching(criteria)
                .collect(Collectors.groupingBy(order -> order.index().state(), Collectors.counting()));
    }

    private Stream<Kept> matching(OrderCriteria criteria) {
        return orders.values().stream().filter(order -> criteria.matches(order.index()));
    }

    @Override
    public void close() {}
}
