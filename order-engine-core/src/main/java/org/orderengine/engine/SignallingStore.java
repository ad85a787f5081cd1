package org.orderengine.engine;

import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderStore;

/** A store that wakes the threads of the feed after each commit of this node. */
final class SignallingStore extends ForwardingOrderStore {

    private final FeedSignal signal;

    SignallingStore(OrderStore store, FeedSignal signal) {
        super(store);
        this.signal = signal;
    }

    @Override
    public CommitResult commit(Commit commit) {
        CommitResult result = super.commit(commit);
        if (result == CommitResult.COMMITTED) {
            signal.give();
        }
        return result;
    }
}
