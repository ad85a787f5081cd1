package org.orderengine.feed.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.dispatch.Listeners;
import org.orderengine.dispatch.NodeSettings;
import org.orderengine.dispatch.Thrown;
import org.orderengine.feed.FeedEntry;
import org.orderengine.feed.Subscription;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.FeedSubscription;
import org.orderengine.spi.store.FeedSubscription.Lease;
import org.orderengine.spi.store.FeedSubscription.Trouble;

/**
 * Delivers the feed to subscriptions: a page of commits at a time, under a lease, so that one node does it. Where it has come to is kept behind
 * the page, and after half of the lease. A node that dies before has delivered some commits that the next one delivers again.
 *
 * <p>Safe for any number of threads; listeners are called on the thread that calls.
 *
 * @param reader reads the feed
 * @param node the node, and how long its leases last
 * @param listeners is told what listeners of the feed throw
 */
public record SubscriptionWork(FeedReader reader, NodeSettings node, Listeners listeners) {

    /** The most commits that are looked at under one lease. */
    public static final int PAGE = 100;

    /** Makes a subscription known to the store, if it is not yet. */
    public void enroll(Subscription subscription) {
        FeedStore feed = reader.feed();
        if (feed.subscriptions().stream().anyMatch(kept -> kept.name().equals(subscription.name()))) {
            return;
        }
        if (!subscription.isFromBeginning()) {
            while (feed.gather() > 0) {
                // What was committed before has its place before the end.
            }
        }
        feed.enroll(subscription.name(), subscription.isFromBeginning() ? null : feed.end());
    }

    /**
     * Delivers what follows, a page at most.
     *
     * @param isStopped whether to begin no further delivery
     * @return how many commits were delivered or passed over; 0 as well where another node delivers, or a failed delivery waits
     */
    public int deliver(Subscription subscription, BooleanSupplier isStopped) {
        FeedSubscription kept = kept(subscription.name());
        Instant now = now();
        if (kept == null || isHeld(kept, now) || isWaiting(kept.trouble(), now)) {
            return 0;
        }
        FeedPage page = reader.feed().read(kept.position(), subscription.tenant(), PAGE);
        if (page.next() == null || page.next().equals(kept.position())) {
            return 0;
        }
        FeedSubscription leased = kept.next(kept.position(), lease(now), kept.trouble());
        return reader.feed().save(leased) ? new Delivery(subscription, leased, isStopped).run(page) : 0;
    }

    private @Nullable FeedSubscription kept(String name) {
        return reader.feed().subscriptions().stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isHeld(FeedSubscription kept, Instant now) {
        Lease lease = kept.lease();
        return lease != null && lease.until().isAfter(now);
    }

    private static boolean isWaiting(@Nullable Trouble trouble, Instant now) {
        return trouble != null
                && (trouble.retryAt() == null || trouble.retryAt().isAfter(now));
    }

    private Instant now() {
        return node.time().instant();
    }

    private Lease lease(Instant now) {
        return new Lease(node.name(), now.plus(node.leaseFor()));
    }

    /** The delivery of one page under one lease, for one thread. */
    private final class Delivery {

        private final Subscription subscription;
        private final BooleanSupplier isStopped;
        private FeedSubscription kept;
        private @Nullable String place;
        private @Nullable Trouble trouble;
        private Instant renewAt;
        private int delivered;

        Delivery(Subscription subscription, FeedSubscription leased, BooleanSupplier isStopped) {
            this.subscription = subscription;
            this.isStopped = isStopped;
            this.kept = leased;
            this.place = leased.position();
            this.trouble = leased.trouble();
            this.renewAt = halfLeaseFrom(now());
        }

        private Instant halfLeaseFrom(Instant instant) {
            return instant.plus(node.leaseFor().dividedBy(2));
        }

        int run(FeedPage page) {
            for (FeedRow row : page.rows()) {
                if (isStopped.getAsBoolean()) {
                    end();
                    return delivered;
                }
                if (!isStillHeld()) {
                    return delivered;
                }
                Trouble failure = attempt(row);
                if (failure != null) {
                    trouble = failure;
                    end();
                    return delivered;
                }
                place = row.position();
                delivered++;
                // What failed before is the first that is tried, so it has gone well now, or is not asked for any more.
                trouble = null;
            }
            place = page.next();
            trouble = null;
            end();
            return Math.max(delivered, 1);
        }

        /** Keeps the lease; once that was overtaken, nothing more is delivered. */
        private boolean isStillHeld() {
            Instant now = now();
            if (now.isBefore(renewAt)) {
                return true;
            }
            renewAt = halfLeaseFrom(now);
            return save(kept.next(place, lease(now), trouble));
        }

        /** Gives the lease back; where that was overtaken, what is kept stays as it is. */
        private void end() {
            save(kept.next(place, null, trouble));
        }

        private boolean save(FeedSubscription next) {
            kept = next;
            return reader.feed().save(next);
        }

        @SuppressWarnings(
                "CatchThrowable") // a listener is host code: whatever it throws is about its subscription only
        private @Nullable Trouble attempt(FeedRow row) {
            try {
                if (!FeedReader.isMark(row) && subscription.wants(reader.columns(row))) {
                    FeedEntry entry = reader.entry(row);
                    if (subscription.wants(entry.events())) {
                        subscription.listener().deliver(entry);
                    }
                }
                return null;
            } catch (Throwable thrown) {
                listeners.threw(subscription.toString(), row.orderId(), thrown);
                return failure(row, thrown);
            } finally {
                Thread.interrupted();
            }
        }

        private Trouble failure(FeedRow row, Throwable thrown) {
            Trouble before = trouble;
            long times = before != null && before.position().equals(row.position()) ? before.times() + 1 : 1;
            Duration pause = subscription.pauseAfter(times);
            return new Trouble(
                    row.position(),
                    times,
                    pause == null ? null : now().plus(pause),
                    "order " + row.orderId() + " at revision " + row.row().revision() + ": "
                            + thrown.getClass().getName() + " at " + Thrown.place(thrown));
        }
    }
}
