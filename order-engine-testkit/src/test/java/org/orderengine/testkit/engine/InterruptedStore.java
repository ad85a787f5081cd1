package org.orderengine.testkit.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;

/** A store in which something happens just before a commit of {@code o-1}, the first unless another is said. */
final class InterruptedStore implements OrderStore {

    private final OrderStore store;
    private @Nullable Runnable interruption;

    private int commits;

    InterruptedStore(OrderStore store, Runnable interruption) {
        this(store, 1, interruption);
    }

    InterruptedStore(OrderStore store, int commit, Runnable interruption) {
        this.commits = commit;
        this.store = store;
        this.interruption = interruption;
    }

    @Override
    public CommitResult commit(Commit commit) {
        Runnable happens = interruption;
        if (happens != null && commit.orderId().equals("o-1") && --commits == 0) {
            interruption = null;
            happens.run();
        }
        return store.commit(commit);
    }

    @Override
    public Optional<StoredOrder> load(String orderId) {
        return store.load(orderId);
    }

    @Override
    public Optional<HistoryRow> findCommand(String orderId, String commandId) {
        return store.findCommand(orderId, commandId);
    }

    @Override
    public List<HistoryRow> history(String orderId, long fromRevision, int limit) {
        return store.history(orderId, fromRevision, limit);
    }

    @Override
    public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
        return store.claimDue(now, leaseFor, owner, limit);
    }

    @Override
    public void release(Claim claim, @Nullable Instant due) {
        store.release(claim, due);
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.nextDue();
    }

    @Override
    public OrderPage find(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit) {
        return store.find(criteria, after, limit);
    }

    @Override
    public Map<String, Long> countByState(OrderCriteria criteria) {
        return store.countByState(criteria);
    }

    @Override
    public void close() {
        store.close();
    }
}
