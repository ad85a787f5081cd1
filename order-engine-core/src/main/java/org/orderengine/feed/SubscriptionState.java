package org.orderengine.feed;

import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.FeedLag;
import org.orderengine.spi.store.FeedSubscription.Trouble;

/**
 * How a subscription stands.
 *
 * @param name its name
 * @param position its place in the feed; null while it has been given nothing
 * @param lag what it still has to be given or to pass over
 * @param deliveredBy the node that delivers now; null where none does
 * @param trouble the delivery that failed last; null where it went well
 */
public record SubscriptionState(
        String name, @Nullable String position, FeedLag lag, @Nullable String deliveredBy, @Nullable Trouble trouble) {

    /** Whether it has stopped, and waits for a person: {@link Subscriptions#retry} or {@link Subscriptions#skip}. */
    public boolean isStopped() {
        return trouble != null && trouble.retryAt() == null;
    }
}
