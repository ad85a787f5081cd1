package org.orderengine.testkit.scenario;

import java.util.concurrent.atomic.AtomicInteger;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.StoreUnavailableException;

/** A store that commits a few times, and then no more. */
final class BreakingStore extends ForwardingOrderStore {

    private final AtomicInteger commitsLeft;

    BreakingStore(int commits) {
        super(new MemoryOrderStore());
        commitsLeft = new AtomicInteger(commits);
    }

    @Override
    public CommitResult commit(Commit commit) {
        if (commitsLeft.getAndDecrement() <= 0) {
            throw new StoreUnavailableException("the disk is full", null);
        }
        return super.commit(commit);
    }
}
