package org.orderengine.testkit.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.spi.store.StoredOrder;

/** A store that commits a few times, and then no more. */
final class BreakingStore implements OrderStore {

    private final MemoryOrderStore store = new MemoryOrderStore();
    private final AtomicInteger commitsLeft;

    BreakingStore(int commits) {
        commitsLeft = new AtomicInteger(commits);
    }

    @Override
    public CommitResult commit(Commit commit) {
        if (commitsLeft.getAndDecrement() <= 0) {
            throw new StoreUnavailableException("the disk is full", null);
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
