package org.orderengine.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time of what is committed: to the microsecond, since stores keep no more (S8). */
record EngineClock(InstantSource time) {

    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
