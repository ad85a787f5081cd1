package org.orderengine.spi.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where orders are kept. It knows nothing of an order's inside: it keeps a document per order, a history row per commit,
 * a lease per order, and the columns that orders are found by. The numbered rules are in {@code docs/contract.md}; a store
 * proves that it holds them by extending the testkit's {@code OrderStoreContract}.
 *
 * <p>Safe for any number of threads (S9). No method keeps a transaction, a lock or a connection to itself after it
 * returned. Where the store cannot be reached, or an answer was lost, a method throws {@link StoreUnavailableException};
 * after one from {@link #commit} the outcome is unknown, and the same commit may be tried again: the command id tells
 * (S4). A limit below 1 is an {@link IllegalArgumentException}.
 */
public interface OrderStore extends AutoCloseable {

    /** The order as last committed (S1). */
    Optional<StoredOrder> load(String orderId);

    /**
     * Writes one commit, all of it or nothing (S2). The order's lease epoch stays; its lease ends where the commit says so
     * and otherwise stays too (S5).
     *
     * @return committed; duplicate when the order's history has a row of that command id (S4); otherwise conflict when the
     *     order's revision is not the one before the commit's, or its lease epoch is not the one that the commit was made
     *     under (S3)
     */
    CommitResult commit(Commit commit);

    /** The history row that a command wrote on an order, if it did (S4). */
    Optional<HistoryRow> findCommand(String orderId, String commandId);

    /**
     * The history of an order in order of its revisions, from {@code fromRevision} on, at most {@code limit} rows; empty
     * for an order that does not exist (S7).
     */
    List<HistoryRow> history(String orderId, long fromRevision, int limit);

    /**
     * Takes the lease on at most {@code limit} orders that are claimable: due at {@code now}, and with no lease or one that
     * has ended by {@code now}. Those that have been claimable longest come first. Each claim raises the order's lease
     * epoch by one, so that a commit of an earlier holder conflicts (S5). No order is claimed by two callers at once.
     *
     * @param leaseFor how long the lease lasts from {@code now}, more than zero
     * @param owner names the claiming node, for people
     */
    List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit);

    /**
     * Gives a lease back, and puts the order's next work off without a commit. Does nothing if the order was claimed anew
     * since. If it was committed since the claim, only the lease is given back: the commit has said when it is due (S5).
     *
     * @param claim the claim, with the revision that the caller knows of
     * @param due when it is due next, kept to the microsecond and never as an earlier one (S8); null when nothing will happen by
     *     itself
     */
    void release(Claim claim, @Nullable Instant due);

    /**
     * Gives a lease back as {@link #release} does, and shows the order among those that wait for a person, until its next
     * commit: it cannot be read, so no commit can say so (S5). A store that does not do it hides such orders from {@code
     * orders().parked}, and from nothing else.
     */
    default void setAside(Claim claim, Instant due) {
        release(claim, due);
    }

    /**
     * When the next order becomes claimable, which may be past: the earliest, over all orders that are ever due, of the
     * later of its due instant and its lease's end. Empty when there is none (S5).
     */
    Optional<Instant> nextDue();

    /** The orders that match, newest first, at most {@code limit} of them from behind the cursor on (S6). */
    OrderPage find(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit);

    /** How many orders match, by state; states without any are left out (S6). */
    Map<String, Long> countByState(OrderCriteria criteria);

    /** Frees what the store holds. What was committed stays (S10). Closing again does nothing. */
    @Override
    void close();
}
