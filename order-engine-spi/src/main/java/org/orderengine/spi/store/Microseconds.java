package org.orderengine.spi.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The precision of the instants that stores keep (S8): whole microseconds, which every database can hold. */
final class Microseconds {

    private static final long PER_SECOND = 1_000_000;
    private static final long LAST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;
    private static final Instant LAST = Instant.MAX.truncatedTo(ChronoUnit.MICROS);

    private Microseconds() {}

    /** The last whole microsecond that is not after {@code instant}. */
    static Instant notAfter(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** The microseconds from 1970 on, negative before; the first or last that a {@code long} holds for what lies beyond (S8). */
    static long since1970(Instant instant) {
        long second = instant.getEpochSecond();
        if (second > LAST_SECOND) {
            return Long.MAX_VALUE;
        }
        return second < -LAST_SECOND ? Long.MIN_VALUE : second * PER_SECOND + instant.getNano() / 1_000;
    }

    /** The first whole microsecond that is not before {@code instant}, or the last there is; null for null. */
    static @Nullable Instant notBefore(@Nullable Instant instant) {
        if (instant == null) {
            return null;
        }
        Instant before = instant.truncatedTo(ChronoUnit.MICROS);
        return before.equals(instant) || before.equals(LAST) ? before : before.plus(1, ChronoUnit.MICROS);
    }
}
