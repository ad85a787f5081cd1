package org.orderengine.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;

/**
 * A store in memory that has every document written out and read again, as a durable one does, and remembers what was
 * committed to it first.
 */
final class RecordingStore implements OrderStore {

    private final OrderStore memory = new MemoryOrderStore();
    private final List<Commit> commits = new ArrayList<>();
    private final int remembered;

    /** A store that remembers so many commits, the first ones. */
    RecordingStore(int remembered) {
        this.remembered = remembered;
    }

    /** What a life of an order commits. */
    static List<Commit> ofOneLifecycle() {
        RecordingStore store = new RecordingStore(Integer.MAX_VALUE);
        try (Lifecycle lifecycle = new Lifecycle(store)) {
            lifecycle.run(0);
        }
        return List.copyOf(store.commits);
    }

    @Override
    public CommitResult commit(Commit commit) {
        HistoryRow row = commit.row();
        Commit written = new Commit(
                commit.orderId(),
                commit.revision(),
                commit.leaseEpoch(),
                written(commit.document()),
                commit.index(),
                new HistoryRow(row.revision(), row.commandId(), row.fingerprint(), row.at(), written(row.events())),
                commit.releasesLease());
        CommitResult result = memory.commit(written);
        if (result == CommitResult.COMMITTED && commits.size() < remembered) {
            commits.add(written);
        }
        return result;
    }

    private static Document written(Document document) {
        byte[] bytes = document.bytes();
        return () -> bytes;
    }

    @Override
    public Optional<StoredOrder> load(String orderId) {
        return memory.load(orderId);
    }

    @Override
    public Optional<HistoryRow> findCommand(String orderId, String commandId) {
        return memory.findCommand(orderId, commandId);
    }

    @Override
    public List<HistoryRow> history(String orderId, long fromRevision, int limit) {
        return memory.history(orderId, fromRevision, limit);
    }

    @Override
    public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
        return memory.claimDue(now, leaseFor, owner, limit);
    }

    @Override
    public void release(Claim claim, @Nullable Instant due) {
        memory.release(claim, due);
    }

    @Override
    public Optional<Instant> nextDue() {
        return memory.nextDue();
    }

    @Override
    public OrderPage find(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit) {
        return memory.find(criteria, after, limit);
    }

    @Override
    public Map<String, Long> countByState(OrderCriteria criteria) {
        return memory.countByState(criteria);
    }

    @Override
    public void close() {
        memory.close();
    }
}
