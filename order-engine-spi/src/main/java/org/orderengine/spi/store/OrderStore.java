package org.orderengine.spi.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store that keeps orders for the engine.
 *
 * <p>The store knows nothing of an order's content. Per order it keeps:
 *
 * <ul>
 *   <li>a document, with the revision and the lease epoch;
 *   <li>one history row per commit, which is also the record of the command's id;
 *   <li>a lease, and the instant when the order's next work falls due;
 *   <li>a value for each {@link OrderColumn}, by which orders are found.
 *   <li>where it has a {@link FeedStore feed}, the place of each commit in it.
 * </ul>
 *
 * <p>The numbered rules (S) are in {@code docs/contract.md}. A store proves that it keeps them by extending the testkit's
 * {@code OrderStoreContract}.
 *
 * <pre>{@code
 * try (OrderStore store = new MemoryOrderStore();
 *         OrderEngine engine = OrderEngine.builder().store(store).catalog(catalog).build()) {
 *     …
 * }
 * }</pre>
 *
 * <p>Every method may throw {@link StoreUnavailableException} where the store cannot be reached or an answer was lost. After
 * one from {@link #commit} the outcome is unknown, and the same commit may be tried again: the command id tells (S4). A limit
 * below 1 is an {@link IllegalArgumentException}.
 *
 * <p>Safe for any number of threads (S9). No transaction, lock or connection of a call outlives the call.
 */
public interface OrderStore extends AutoCloseable {

    /** The order as it was last committed; empty for an order that does not exist (S1). */
    Optional<StoredOrder> load(String orderId);

    /**
     * Writes one commit, all of it or nothing (S2). The order's lease epoch stays. Its lease ends where the commit says so, and
     * otherwise stays too (S5).
     *
     * @return duplicate when the order's history has a row of that command id (S4); otherwise conflict when the order's revision
     *     is not the one before the commit's, or its lease epoch is not the commit's (S3); otherwise committed
     */
    CommitResult commit(Commit commit);

    /** The history row that a command wrote on an order; empty if it wrote none (S4). */
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
     * @param owner the name of the claiming node, for people
     */
    List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit);

    /**
     * Gives a lease back, and sets when the order is due next, without a commit. Does nothing if the order was claimed anew since.
     * If the order was committed since the claim, only the lease is given back: the commit has set when it is due (S5).
     *
     * @param claim the claim, with the revision that the caller knows of
     * @param due when the order is due next, rounded up to the microsecond (S8); null when nothing will happen by itself
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

    /**
     * The orders that match, as the criteria sort them, at most {@code limit} of them from behind the cursor on (S6).
     *
     * @param after a cursor as {@link OrderPage#next} gave it for the same criteria; null to begin
     * @throws QueryRefusedException if it is too wide for one page, or the cursor does not fit
     */
    OrderPage find(OrderCriteria criteria, @Nullable String after, int limit);

    /**
     * How many orders match, counted up to {@code most}: that many may be more (S6).
     *
     * @throws QueryRefusedException if it is too wide
     */
    long count(OrderCriteria criteria, int most);

    /**
     * Sums over the orders that match, one for each group that there is, in no order (S6).
     *
     * @param by the columns of text whose values make the groups; the currency is always one of them
     * @param isByDay whether each day on which orders were placed is a group of its own, in UTC
     * @throws QueryRefusedException if these may be more than {@link OrderCriteria#SUM_BUDGET} orders
     */
    List<OrderSum> sums(OrderCriteria criteria, List<OrderColumn<String>> by, boolean isByDay);

    /**
     * Whether ids of orders have to be ASCII, as in a store that cannot put others in the order of S6.1. The engine then refuses to place any
     * other, with {@code order-id-not-ascii}.
     */
    default boolean takesAsciiIdsOnly() {
        return false;
    }

    /**
     * The feed of all commits (S11, S12); empty for a store without one, whose orders nobody can follow. It stays the same, and ends with
     * the store.
     */
    default Optional<FeedStore> feed() {
        return Optional.empty();
    }

    /**
     * Replaces what is kept of an order that is at a revision, all of it or nothing (S13). Where the document is replaced, the order is
     * freed of its lease and its lease epoch rises by one, so that no commit that was decided on the earlier document is written.
     *
     * @return whether the order was at that revision
     */
    boolean rewrite(Rewrite rewrite);

    /**
     * Removes an order that is at a revision, all of it or nothing, but for the first row of its history (S14). That row stays with
     * another content, so that no order is placed under the id again.
     *
     * @param mark what takes the place of the events of the first row
     * @return whether the order was at that revision
     */
    boolean archive(String orderId, long revision, Document mark);

    /** Frees what the store holds. What was committed stays (S10). Closing again does nothing. */
    @Override
    void close();
}
