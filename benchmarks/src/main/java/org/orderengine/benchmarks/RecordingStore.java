package org.orderengine.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.HistoryRow;

/**
 * A store in memory that has every document written out and read again, as a durable one does, and remembers what was
 * committed to it first.
 */
final class RecordingStore extends ForwardingOrderStore {

    private final List<Commit> commits = new ArrayList<>();
    private final int remembered;

    /** A store that remembers so many commits, the first ones. */
    RecordingStore(int remembered) {
        super(new MemoryOrderStore());
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
        CommitResult result = super.commit(written);
        if (result == CommitResult.COMMITTED && commits.size() < remembered) {
            commits.add(written);
        }
        return result;
    }

    private static Document written(Document document) {
        byte[] bytes = document.bytes();
        return () -> bytes;
    }
}
