package org.orderengine.testkit.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderPlace;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.Rewrite;
import org.orderengine.spi.store.StoredOrder;

/** A store as plain as the rules: one list of orders, searched for every question. For one thread. */
@SuppressWarnings(
        "NullAway") // From JDK 22 on it does not see that values of a map in a record of another module may be null.
final class StoreModel implements OrderStore {

    /** An order: its commits so far, and its lease. */
    private static final class Kept {
        final List<Commit> commits = new ArrayList<>();
        long leaseEpoch;
        boolean isArchived;

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
            Comparator.comparing(Kept::claimableAt).thenComparing(Kept::id, OrderPlace.BY_CHARACTER);
    private final Map<String, Kept> orders = new HashMap<>();

    @Override
    public Optional<StoredOrder> load(String orderId) {
        return kept(orderId).map(Kept::stored);
    }

    @Override
    public CommitResult commit(Commit commit) {
        String command = commit.row().commandId();
        if (command != null && findCommand(commit.orderId(), command).isPresent()) {
            return CommitResult.DUPLICATE;
        }
        Kept order = orders.getOrDefault(commit.orderId(), new Kept());
        if (order.isArchived
                || commit.revision() != order.commits.size() + 1
                || commit.leaseEpoch() != order.leaseEpoch) {
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
        Kept order = kept(claim.orderId()).orElse(null);
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

    private Optional<Kept> kept(String orderId) {
        return Optional.ofNullable(orders.get(orderId)).filter(order -> !order.isArchived);
    }

    private Stream<Kept> everDue() {
        return orders.values().stream().filter(order -> order.due != null && !order.isArchived);
    }

    @Override
    public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
        List<OrderPlace> all = places(criteria)
                .filter(place -> after == null
                        || OrderPlace.comparator(criteria.sort()).compare(place, OrderPlace.of(after, criteria)) > 0)
                .toList();
        boolean more = all.size() > limit;
        List<OrderPlace> page = more ? all.subList(0, limit) : all;
        return new OrderPage(
                page.stream().map(place -> kept(place).stored()).toList(),
                more ? page.get(limit - 1).cursor(criteria) : null);
    }

    private Kept kept(OrderPlace place) {
        return Objects.requireNonNull(orders.get(place.orderId()));
    }

    private Stream<OrderPlace> places(OrderCriteria criteria) {
        List<OrderPlace> places = new ArrayList<>();
        matching(criteria).forEach(order -> {
            Long key = criteria.sort().key(order.index(), order.due);
            if (key != null) {
                places.add(new OrderPlace(key, order.id()));
            }
        });
        return places.stream().sorted(OrderPlace.comparator(criteria.sort()));
    }

    @Override
    public long count(OrderCriteria criteria, int most) {
        return Math.min(matching(criteria).count(), most);
    }

    @Override
    public List<OrderSum> sums(OrderCriteria criteria, List<OrderColumn<String>> by, boolean isByDay) {
        Map<List<@Nullable Object>, List<Kept>> groups = matching(criteria)
                .collect(Collectors.groupingBy(order -> group(order.index(), OrderSum.groups(by), isByDay)));
        return groups.entrySet().stream()
                .map(group -> sum(group.getKey(), group.getValue(), OrderSum.groups(by)))
                .toList();
    }

    private static List<@Nullable Object> group(OrderIndex index, List<OrderColumn<String>> by, boolean isByDay) {
        List<@Nullable Object> group = new ArrayList<>();
        group.add(isByDay ? LocalDate.ofInstant(index.placedAt(), ZoneOffset.UTC) : null);
        by.forEach(column -> group.add(index.get(column)));
        return group;
    }

    private static OrderSum sum(List<@Nullable Object> group, List<Kept> orders, List<OrderColumn<String>> by) {
        Map<OrderColumn<String>, @Nullable String> named = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            named.put(by.get(i), (String) group.get(i + 1));
        }
        return new OrderSum(
                (LocalDate) group.get(0),
                named,
                orders.size(),
                sum(orders, OrderColumn.TOTAL),
                sum(orders, OrderColumn.CAPTURED),
                sum(orders, OrderColumn.REFUNDED),
                sum(orders, OrderColumn.UNITS));
    }

    private static long sum(List<Kept> orders, OrderColumn<Long> column) {
        return orders.stream()
                .map(order -> order.index().get(column))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private Stream<Kept> matching(OrderCriteria criteria) {
        return orders.values().stream().filter(order -> !order.isArchived && criteria.matches(order.index()));
    }

    @Override
    public boolean rewrite(Rewrite rewrite) {
        Kept order = kept(rewrite.orderId()).orElse(null);
        if (order == null || order.commits.size() != rewrite.revision()) {
            return false;
        }
        for (HistoryRow row : rewrite.rows()) {
            int at = (int) row.revision() - 1;
            Commit commit = order.commits.get(at);
            order.commits.set(at, with(commit, commit.document(), commit.index(), row.events()));
        }
        Commit last = order.last();
        Document document = rewrite.document() == null ? last.document() : rewrite.document();
        order.commits.set(
                order.commits.size() - 1,
                with(last, document, rewrite.index(), last.row().events()));
        if (rewrite.document() != null) {
            order.leaseEpoch++;
            order.leasedUntil = null;
        }
        return true;
    }

    private static Commit with(Commit commit, Document document, OrderIndex index, Document events) {
        HistoryRow row = commit.row();
        return new Commit(
                commit.orderId(),
                commit.revision(),
                commit.leaseEpoch(),
                document,
                index,
                new HistoryRow(row.revision(), row.commandId(), row.fingerprint(), row.at(), events),
                commit.releasesLease());
    }

    @Override
    public boolean archive(String orderId, long revision, Document mark) {
        Kept order = kept(orderId).orElse(null);
        if (order == null || order.commits.size() != revision) {
            return false;
        }
        Commit first = order.commits.get(0);
        order.commits.clear();
        order.commits.add(with(first, first.document(), first.index(), mark));
        order.isArchived = true;
        return true;
    }

    @Override
    public void close() {}
}
