package org.orderengine.testkit.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;

/** A store that does everything right, to be extended by ones that do a single thing wrong. */
public class FaultyStore implements OrderStore {

    protected final OrderStore sound = new MemoryOrderStore();

    /** The commit with another revision, epoch and due instant, and with or without releasing the lease. */
    static Commit altered(Commit commit, long revision, long epoch, @Nullable Instant due, boolean releases) {
        OrderIndex index = commit.index();
        HistoryRow row = commit.row();
        return new Commit(
                commit.orderId(),
                revision,
                epoch,
                commit.document(),
                new OrderIndex(
                        index.placedAt(),
                        index.process(),
                        index.processVersion(),
                        index.state(),
                        index.ended(),
                        index.parked(),
                        due,
                        index.buyer(),
                        index.business(),
                        index.channel(),
                        index.merchant()),
                new HistoryRow(revision, row.commandId(), row.fingerprint(), row.at(), row.events()),
                releases);
    }

    @Override
    public Optional<StoredOrder> load(String orderId) {
        return sound.load(orderId);
    }

    @Override
    public CommitResult commit(Commit commit) {
        return sound.commit(commit);
    }

    @Override
    public Optional<HistoryRow> findCommand(String orderId, String commandId) {
        return sound.findCommand(orderId, commandId);
    }

    @Override
    public List<HistoryRow> history(String orderId, long fromRevision, int limit) {
        return sound.history(orderId, fromRevision, limit);
    }

    @Override
    public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
        return sound.claimDue(now, leaseFor, owner, limit);
    }

    @Override
    public void release(Claim claim, @Nullable Instant due) {
        sound.release(claim, due);
    }

    @Override
    public Optional<Instant> nextDue() {
        return sound.nextDue();
    }

    @Override
    public OrderPage find(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit) {
        return sound.find(criteria, after, limit);
    }

    @Override
    public Map<String, Long> countByState(OrderCriteria criteria) {
        return sound.countByState(criteria);
    }

    @Override
    public void close() {
        sound.close();
    }
}
