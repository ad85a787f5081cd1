package org.orderengine.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants as columns hold them: microseconds since 1970 in UTC, negative before. An instant beyond what a {@code long}
 * holds, some 292,000 years away, counts as the first or last that it can.
 */
final class Micros {

    private static final long PER_SECOND = 1_000_000;
    private static final long NANOS = 1_000;
    private static final long LAST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

    private Micros() {}

    /** The last microsecond that is not after {@code instant}. */
    static long notAfter(Instant instant) {
        long second = instant.getEpochSecond();
        if (second > LAST_SECOND) {
            return Long.MAX_VALUE;
        }
        return second < -LAST_SECOND ? Long.MIN_VALUE : second * PER_SECOND + instant.getNano() / NANOS;
    }

    /** The first microsecond that is not before {@code instant}. */
    static long notBefore(Instant instant) {
        long micros = notAfter(instant);
        return micros < Long.MAX_VALUE && toInstant(micros).isBefore(instant) ? micros + 1 : micros;
    }

    /** The first microsecond that is not before {@code instant}; null for null. */
    static @Nullable Long notBeforeOrNull(@Nullable Instant instant) {
        return instant == null ? null : notBefore(instant);
    }

    static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
