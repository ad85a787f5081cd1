package org.orderengine.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderengine.engine.EngineHealth.Reason;
import org.orderengine.feed.Subscription;
import org.orderengine.feed.SubscriptionState;

/** Looks after the subscriptions of one engine: which have stopped, and which are behind for too long. */
final class FeedHealth {

    private FeedHealth() {}

    /** Adds what is not well; a commit may wait since {@code before}. */
    static void add(List<Reason> reasons, EngineFeed feed, Instant before) {
        Set<String> own = feed.subscriptions().stream().map(Subscription::name).collect(Collectors.toSet());
        if (own.isEmpty()) {
            return;
        }
        for (SubscriptionState state : feed.stored().all()) {
            if (own.contains(state.name())) {
                add(reasons, state, before);
            }
        }
    }

    private static void add(List<Reason> reasons, SubscriptionState state, Instant before) {
        Instant since = state.lag().since();
        if (state.trouble() != null && state.isStopped()) {
            reasons.add(new Reason(
                    "subscription-stopped",
                    "subscription " + state.name() + " has stopped at "
                            + state.trouble().problem() + "; " + state.lag().commits() + " commits wait",
                    state.name(),
                    state.lag().commits()));
        } else if (since != null && since.isBefore(before)) {
            reasons.add(new Reason(
                    "feed-behind",
                    "subscription " + state.name() + " has not been given what was committed since " + since
                            + (state.trouble() == null
                                    ? ""
                                    : ": " + state.trouble().problem()),
                    state.name(),
                    state.lag().commits()));
        }
    }
}
