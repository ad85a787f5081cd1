package org.orderengine.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is moved, and never runs backwards. For any number of threads.
 *
 * <pre>{@code
 * VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
 * OrderEngine engine = OrderEngine.builder().time(clock)….build();
 * clock.advance(Duration.ofMinutes(30));
 * engine.runDue(clock.instant());
 * }</pre>
 */
public final class VirtualClock implements InstantSource {

    private volatile Instant now;

    private VirtualClock(Instant start) {
        now = start;
    }

    /** A clock that stands at {@code start}. */
    public static VirtualClock at(Instant start) {
        return new VirtualClock(start);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock on and returns what it then says.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public synchronized Instant advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a clock does not run backwards, but was to advance by " + duration);
        }
        now = now.plus(duration);
        return now;
    }

    /** Moves the clock to {@code instant}, unless it is there or past it already; returns what it then says. */
    public synchronized Instant advanceTo(Instant instant) {
        if (now.isBefore(instant)) {
            now = instant;
        }
        return now;
    }

    @Override
    public String toString() {
        return "VirtualClock at " + now;
    }
}
