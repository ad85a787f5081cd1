package org.orderengine.verification.engine;

import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderStore;

/** A store in which something happens just before a commit of {@code o-1}, the first unless another is said. */
final class InterruptedStore extends ForwardingOrderStore {

    private @Nullable Runnable interruption;
    private int commits;

    InterruptedStore(OrderStore store, Runnable interruption) {
        this(store, 1, interruption);
    }

    InterruptedStore(OrderStore store, int commit, Runnable interruption) {
        super(store);
        this.commits = commit;
        this.interruption = interruption;
    }

    @Override
    public CommitResult commit(Commit commit) {
        Runnable happens = interruption;
        if (happens != null && commit.orderId().equals("o-1") && --commits == 0) {
            interruption = null;
            happens.run();
        }
        return super.commit(commit);
    }
}
