package org.orderengine.spi.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of a subscription of its feed: where it has come to, who delivers, and what keeps it from going on.
 *
 * @param name its name
 * @param version 1 at first, raised by one with every change (S12)
 * @param position the place in the feed of the last commit that was delivered or passed over; null while there is none
 * @param lease who delivers now; null where nobody does
 * @param trouble the delivery that failed; null where none did
 */
public record FeedSubscription(
        String name, long version, @Nullable String position, @Nullable Lease lease, @Nullable Trouble trouble) {

    /**
     * The right to deliver to a subscription for a while. Who holds it writes no more once another has taken it.
     *
     * @param owner the node, for people
     * @param until when it ends, rounded up to the microsecond (S8)
     */
    public record Lease(String owner, Instant until) {

        public Lease {
            Instant micros = Microseconds.notBefore(until);
            until = micros == null ? until : micros;
        }
    }

    /**
     * A delivery that failed.
     *
     * @param position the place of the commit
     * @param times how often it failed
     * @param retryAt when it is tried again, rounded up to the microsecond (S8); null when only a person sees to it
     * @param problem what went wrong, without any data of orders
     */
    public record Trouble(String position, long times, @Nullable Instant retryAt, String problem) {

        public Trouble {
            retryAt = Microseconds.notBefore(retryAt);
        }
    }

    /** A subscription that was just made. */
    public static FeedSubscription begun(String name, @Nullable String start) {
        return new FeedSubscription(name, 1, start, null, null);
    }

    /** Its next version. */
    public FeedSubscription next(@Nullable String place, @Nullable Lease holder, @Nullable Trouble failure) {
        return new FeedSubscription(name, version + 1, place, holder, failure);
    }
}
