package org.orderengine.engine;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.orderengine.feed.Subscription;
import org.orderengine.feed.delivery.FeedReader;
import org.orderengine.feed.delivery.StoredSubscriptions;
import org.orderengine.feed.delivery.SubscriptionWork;

/**
 * What an engine does with the feed of its store.
 *
 * @param reader reads it
 * @param work delivers it
 * @param subscriptions those that this engine delivers to
 * @param signal is given when there is something new
 */
record EngineFeed(FeedReader reader, SubscriptionWork work, List<Subscription> subscriptions, FeedSignal signal) {

    EngineFeed {
        subscriptions = List.copyOf(subscriptions);
    }

    StoredSubscriptions stored() {
        return new StoredSubscriptions(reader.feed());
    }

    /** Gives commits their places, and tells those who deliver. */
    int gather() {
        int gathered = reader.feed().gather();
        if (gathered > 0) {
            signal.give();
        }
        return gathered;
    }

    /** One round on the thread that calls: how many commits were delivered or passed over. */
    int run(BooleanSupplier isStopped) {
        gather();
        int delivered = 0;
        for (Subscription subscription : subscriptions) {
            delivered += work.deliver(subscription, isStopped);
        }
        return delivered;
    }
}
