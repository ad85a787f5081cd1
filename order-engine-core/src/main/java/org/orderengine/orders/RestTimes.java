package org.orderengine.orders;

import java.time.Duration;
import java.util.List;

/**
 * How long orders rested in a state. Every stay counts; one that goes on counts as long as it has lasted.
 *
 * @param stays how often an order was in it
 * @param now how many orders are in it now
 * @param median half of the stays were at most so long
 * @param percentile95 95 of a hundred stays were at most so long
 * @param longest the longest stay
 */
public record RestTimes(long stays, long now, Duration median, Duration percentile95, Duration longest) {

    /**
     * The figures of stays, at least one. A percentile is the shortest stay that so many of a hundred do not exceed (the nearest-rank
     * method).
     */
    public static RestTimes of(List<Duration> stays, long now) {
        List<Duration> sorted = stays.stream().sorted().toList();
        return new RestTimes(sorted.size(), now, rank(sorted, 50), rank(sorted, 95), sorted.get(sorted.size() - 1));
    }

    private static Duration rank(List<Duration> sorted, long percent) {
        return sorted.get((int) ((percent * sorted.size() + 99) / 100) - 1);
    }
}
