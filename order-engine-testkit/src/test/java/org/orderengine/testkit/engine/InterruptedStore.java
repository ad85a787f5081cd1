package org.orderengine.testkit.engine;

import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderStore;

/** A store in which something happens just before the first commit of {@code o-1}. */
final class InterruptedStore extends ForwardingOrderStore {

    private @Nullable Runnable interruption;

    InterruptedStore(OrderStore store, Runnable interruption) {
        super(store);
        this.interruption = interruption;
    }

    @Override
    public CommitResult commit(Commit commit) {
        Runnable happens = interruption;
        if (happens != null && commit.orderId().equals("o-1")) {
            interruption = null;
            happens.run();
        }
        return super.commit(commit);
    }
}
