package org.orderengine.spi.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store's feed: every commit of every order in one sequence, for others to follow, and where each of them has come to.
 *
 * <p>A store that has one gives it with {@link OrderStore#feed}. The numbered rules (S11, S12) are in {@code docs/contract.md}. A store
 * proves that it keeps them by extending the testkit's {@code FeedContract}.
 *
 * <p>Every method may throw {@link StoreUnavailableException}. A limit below 1 is an {@link IllegalArgumentException}. Safe for any
 * number of threads.
 */
public interface FeedStore {

    /** The most commits that one call of {@link #gather} gives a place. */
    int BATCH = 1000;

    /**
     * Gives the commits that have become visible since the last call their places in the feed, at most {@link #BATCH}, in one short
     * transaction. One caller at a time does so; others that call meanwhile do nothing. A store in which a commit has its place at once
     * does nothing either (S11).
     *
     * @return how many commits came into the feed; 0 when there is nothing to do, or another caller does it
     */
    int gather();

    /**
     * The commits that follow a place in the feed. It looks at no more than {@code limit} of them, however few it gives (S11).
     *
     * @param after a place as {@link FeedRow#position} or {@link FeedPage#next} gave it; null for the beginning
     * @param tenant gives the commits of this tenant's orders only; null for all
     * @throws QueryRefusedException if {@code after} is no place in a feed
     */
    FeedPage read(@Nullable String after, @Nullable String tenant, int limit);

    /** The place of the newest commit in the feed; null while there is none. */
    @Nullable
    String end();

    /**
     * What follows a place in the feed, together with what has no place there yet.
     *
     * @param after as in {@link #read}
     */
    FeedLag lag(@Nullable String after);

    /**
     * Keeps a subscription, if there is none of that name yet (S12).
     *
     * @param start the place that it begins behind; null for the beginning of the feed
     */
    void enroll(String name, @Nullable String start);

    /** All subscriptions, by name. */
    List<FeedSubscription> subscriptions();

    /**
     * Writes a subscription anew, in all its parts, if the one that is kept has the version before (S12).
     *
     * @return whether it was written; otherwise another caller came first, or it is not kept any more
     */
    boolean save(FeedSubscription changed);

    /** Drops a subscription, if there is one of that name. */
    void remove(String name);
}
