package org.orderengine.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.StoreUnavailableException;

/**
 * The subscriptions that the store knows, of all nodes, and what a person does with them.
 *
 * <p>A subscription of a name that the store does not know is an {@link IllegalArgumentException}. Every method may throw {@link
 * StoreUnavailableException}. Safe for any number of threads.
 */
public interface Subscriptions {

    /** How each stands, by name. */
    List<SubscriptionState> all();

    /** Has the delivery that failed tried again at once, also where the subscription has stopped. */
    void retry(String name);

    /**
     * Passes over the commit whose delivery failed, and goes on behind it.
     *
     * @return the order whose commit is passed over; null if no delivery has failed
     */
    @Nullable
    String skip(String name);

    /**
     * Delivers again what lies behind a place in the feed.
     *
     * @param after a place as {@link FeedEntry#position} gives it; null for the beginning
     * @throws QueryRefusedException if it is no place
     */
    void replay(String name, @Nullable String after);

    /** Forgets a subscription that no node delivers to any more. One that a node still does is made known again when a node is started. */
    void remove(String name);
}
