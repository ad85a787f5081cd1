package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.StoredOrder;

/** The common part of the rules of stores: opening a store, and short names for what is done to it. */
abstract class StoreRules {

    static final Instant NOON = CommitBuilder.NOON;
    static final Duration LEASE = Duration.ofMinutes(5);

    private final List<OrderStore> opened = new ArrayList<>();

    /** Opens a new store without any order. */
    protected abstract OrderStore open();

    /**
     * Closes a store and opens again what it kept. A store that keeps its orders only as long as it lives closes and is
     * given back itself.
     */
    protected abstract OrderStore reopen(OrderStore store);

    /** Closes a store that is not needed any more and deletes what it kept. */
    protected void discard(OrderStore store) {
        store.close();
    }

    /** A new store that is discarded after the test. */
    final OrderStore store() {
        OrderStore store = open();
        opened.add(store);
        return store;
    }

    final OrderStore reopened(OrderStore store) {
        opened.remove(store);
        OrderStore again = reopen(store);
        opened.add(again);
        return again;
    }

    @AfterEach
    final void discardStores() {
        opened.forEach(this::discard);
        opened.clear();
    }

    static CommitBuilder revision(long revision, String orderId) {
        return CommitBuilder.revision(revision, orderId);
    }

    static Commit committed(OrderStore store, CommitBuilder commit) {
        Commit built = commit.build();
        assertThat(store.commit(built)).isEqualTo(CommitResult.COMMITTED);
        return built;
    }

    static Claim onlyClaim(OrderStore store, Instant now) {
        List<Claim> claims = store.claimDue(now, LEASE, "node", 10);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    static List<String> claimed(OrderStore store, Instant now, int limit) {
        return store.claimDue(now, LEASE, "node", limit).stream()
                .map(Claim::orderId)
                .toList();
    }

    /** Asserts that the store holds the order exactly as the commit left it. */
    static void assertHolds(OrderStore store, Commit commit) {
        assertHolds(store, commit, commit.leaseEpoch());
    }

    static void assertHolds(OrderStore store, Commit commit, long leaseEpoch) {
        Optional<StoredOrder> found = store.load(commit.orderId());
        assertThat(found).isPresent();
        StoredOrder order = found.get();
        assertThat(order.orderId()).isEqualTo(commit.orderId());
        assertThat(order.revision()).isEqualTo(commit.revision());
        assertThat(order.leaseEpoch()).isEqualTo(leaseEpoch);
        assertThat(order.document().bytes()).isEqualTo(commit.document().bytes());
        List<HistoryRow> last = store.history(commit.orderId(), commit.revision(), 10);
        assertThat(last).hasSize(1);
        assertSame(last.get(0), commit.row());
    }

    static void assertSame(@Nullable HistoryRow actual, HistoryRow expected) {
        assertThat(actual).isNotNull();
        assertThat(actual.revision()).isEqualTo(expected.revision());
        assertThat(actual.commandId()).isEqualTo(expected.commandId());
        assertThat(actual.fingerprint()).isEqualTo(expected.fingerprint());
        assertThat(actual.at()).isEqualTo(expected.at());
        assertThat(actual.events().bytes()).isEqualTo(expected.events().bytes());
    }

    /** How many orders match, by the state in their column. */
    static Map<String, Long> byState(OrderStore store, OrderCriteria criteria) {
        Map<String, Long> orders = new TreeMap<>();
        for (OrderSum sum : store.sums(criteria, List.of(OrderColumn.STATE), false)) {
            orders.merge(String.valueOf(sum.group().get(OrderColumn.STATE)), sum.orders(), Long::sum);
        }
        return orders;
    }
}
