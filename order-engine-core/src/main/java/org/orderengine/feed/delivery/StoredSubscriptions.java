package org.orderengine.feed.delivery;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orderengine.feed.SubscriptionState;
import org.orderengine.feed.Subscriptions;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.FeedSubscription;
import org.orderengine.spi.store.FeedSubscription.Trouble;

/**
 * Shows the subscriptions of a store, and changes them for people. A change ends the lease of the node that delivers: what that has delivered
 * since it last kept its place is delivered again.
 *
 * @param feed the store's feed
 */
public record StoredSubscriptions(FeedStore feed) implements Subscriptions {

    @Override
    public List<SubscriptionState> all() {
        return feed.subscriptions().stream().map(this::state).toList();
    }

    private SubscriptionState state(FeedSubscription kept) {
        return new SubscriptionState(
                kept.name(),
                kept.position(),
                feed.lag(kept.position()),
                kept.lease() == null ? null : kept.lease().owner(),
                kept.trouble());
    }

    @Override
    public void retry(String name) {
        change(name, kept -> kept.next(kept.position(), null, null));
    }

    @Override
    public @Nullable String skip(String name) {
        FeedSubscription before = change(
                name,
                kept -> kept.trouble() == null ? kept : kept.next(kept.trouble().position(), null, null));
        Trouble passed = before.trouble();
        return passed == null ? null : orderAt(before.position(), passed.position());
    }

    /** The order of the commit at a place. */
    private @Nullable String orderAt(@Nullable String after, String place) {
        String from = after;
        while (true) {
            FeedPage page = feed.read(from, null, SubscriptionWork.PAGE);
            for (FeedRow row : page.rows()) {
                if (row.position().equals(place)) {
                    return row.orderId();
                }
            }
            if (!page.hasMore()) {
                return null;
            }
            from = page.next();
        }
    }

    @Override
    public void replay(String name, @Nullable String after) {
        feed.lag(after);
        change(name, kept -> kept.next(after, null, null));
    }

    @Override
    public void remove(String name) {
        kept(name);
        feed.remove(name);
    }

    /** Changes a subscription as it then is; says how it was. */
    private FeedSubscription change(String name, UnaryOperator<FeedSubscription> how) {
        while (true) {
            FeedSubscription before = kept(name);
            FeedSubscription after = how.apply(before);
            if (after.equals(before) || feed.save(after)) {
                return before;
            }
        }
    }

    private FeedSubscription kept(String name) {
        List<FeedSubscription> all = feed.subscriptions();
        return all.stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no subscription \"" + name + "\"; there are "
                        + all.stream().map(FeedSubscription::name).toList()));
    }
}
