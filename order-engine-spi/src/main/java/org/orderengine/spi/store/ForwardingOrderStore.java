package org.orderengine.spi.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store that passes every call on to another one, to be extended by stores that measure, log or disturb. It keeps all rules of the
 * contract that the other one keeps.
 *
 * <pre>{@code
 * final class TimedStore extends ForwardingOrderStore {
 *
 *     TimedStore(OrderStore store) {
 *         super(store);
 *     }
 *
 *     @Override
 *     public CommitResult commit(Commit commit) {
 *         try (Sample sample = metrics.start("commit")) {
 *             return super.commit(commit);
 *         }
 *     }
 * }
 * }</pre>
 */
public abstract class ForwardingOrderStore implements OrderStore {

    private final OrderStore store;

    /** A store in front of another one. */
    protected ForwardingOrderStore(OrderStore store) {
        this.store = store;
    }

    @Override
    public CommitResult commit(Commit commit) {
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
    public void setAside(Claim claim, Instant due) {
        store.setAside(claim, due);
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.nextDue();
    }

    @Override
    public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
        return store.find(criteria, after, limit);
    }

    @Override
    public long count(OrderCriteria criteria, int most) {
        return store.count(criteria, most);
    }

    @Override
    public List<OrderSum> sums(OrderCriteria criteria, List<OrderColumn<String>> by, boolean isByDay) {
        return store.sums(criteria, by, isByDay);
    }

    @Override
    public boolean takesAsciiIdsOnly() {
        return store.takesAsciiIdsOnly();
    }

    @Override
    public Optional<FeedStore> feed() {
        return store.feed();
    }

    @Override
    public boolean rewrite(Rewrite rewrite) {
        return store.rewrite(rewrite);
    }

    @Override
    public boolean archive(String orderId, long revision, Document mark) {
        return store.archive(orderId, revision, mark);
    }

    @Override
    public void close() {
        store.close();
    }
}
