package org.orderengine.verification.pains;

import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderStore;

/** A store in which something happens before each commit; what it throws, the caller gets. */
final class CommitsTold extends ForwardingOrderStore {

    private final Runnable before;

    CommitsTold(OrderStore store, Runnable before) {
        super(store);
        this.before = before;
    }

    @Override
    public CommitResult commit(Commit commit) {
        before.run();
        return super.commit(commit);
    }
}
