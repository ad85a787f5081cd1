package org.orderengine.testkit.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderStore;

/** A store that does everything right, to be extended by ones that do a single thing wrong. */
public class FaultyStore extends ForwardingOrderStore {

    protected final OrderStore sound;

    /** A sound store. */
    protected FaultyStore() {
        this(new MemoryOrderStore());
    }

    private FaultyStore(OrderStore sound) {
        super(sound);
        this.sound = sound;
    }

    /** The commit with another revision, epoch and due instant, and with or without releasing the lease. */
    static Commit altered(Commit commit, long revision, long epoch, @Nullable Instant due, boolean releases) {
        HistoryRow row = commit.row();
        return new Commit(
                commit.orderId(),
                revision,
                epoch,
                commit.document(),
                commit.index().withDue(due),
                new HistoryRow(revision, row.commandId(), row.fingerprint(), row.at(), row.events()),
                releases);
    }
}
