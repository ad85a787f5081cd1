package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.listener.EngineListener;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.Rewrite;
import org.orderengine.spi.store.StoredOrder;

/** A store whose calls listeners are told of. Keeps all rules of the store behind it. */
public final class WatchedStore extends ForwardingOrderStore {

    private final Listeners listeners;

    private WatchedStore(OrderStore store, Listeners listeners) {
        super(store);
        this.listeners = listeners;
    }

    /** A store as the listeners of an engine hear it; the store itself where there are none. */
    public static OrderStore of(OrderStore store, Listeners listeners) {
        return listeners.isEmpty() ? store : new WatchedStore(store, listeners);
    }

    @Override
    public Optional<StoredOrder> load(String orderId) {
        return told("load", orderId, () -> super.load(orderId));
    }

    @Override
    public CommitResult commit(Commit commit) {
        return told("commit", commit.orderId(), () -> super.commit(commit));
    }

    @Override
    public Optional<HistoryRow> findCommand(String orderId, String commandId) {
        return told("findCommand", orderId, () -> super.findCommand(orderId, commandId));
    }

    @Override
    public List<HistoryRow> history(String orderId, long fromRevision, int limit) {
        return told("history", orderId, () -> super.history(orderId, fromRevision, limit));
    }

    @Override
    public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
        return told("claimDue", null, () -> super.claimDue(now, leaseFor, owner, limit));
    }

    @Override
    public void release(Claim claim, @Nullable Instant due) {
        told("release", claim.orderId(), () -> {
            super.release(claim, due);
            return claim;
        });
    }

    @Override
    public void setAside(Claim claim, Instant due) {
        told("setAside", claim.orderId(), () -> {
            super.setAside(claim, due);
            return claim;
        });
    }

    @Override
    public Optional<Instant> nextDue() {
        return told("nextDue", null, super::nextDue);
    }

    @Override
    public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
        return told("find", null, () -> super.find(criteria, after, limit));
    }

    @Override
    public long count(OrderCriteria criteria, int most) {
        return told("count", null, () -> super.count(criteria, most));
    }

    @Override
    public List<OrderSum> sums(OrderCriteria criteria, List<OrderColumn<String>> by, boolean isByDay) {
        return told("sums", null, () -> super.sums(criteria, by, isByDay));
    }

    @Override
    public boolean rewrite(Rewrite rewrite) {
        return told("rewrite", rewrite.orderId(), () -> super.rewrite(rewrite));
    }

    @Override
    public boolean archive(String orderId, long revision, Document mark) {
        return told("archive", orderId, () -> super.archive(orderId, revision, mark));
    }

    private <T> T told(String operation, @Nullable String orderId, Supplier<T> call) {
        long begun = listeners.clock();
        boolean failed = true;
        try {
            T result = call.get();
            failed = false;
            return result;
        } finally {
            listeners.tell(
                    EngineListener::storeCalled,
                    new EngineListener.StoreCalled(operation, orderId, failed, listeners.since(begun)));
        }
    }
}
