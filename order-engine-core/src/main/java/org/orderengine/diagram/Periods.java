package org.orderengine.diagram;

import java.time.Duration;

/** Durations in a diagram, in their largest whole unit. */
final class Periods {

    private Periods() {}

    /** A duration in days, hours, minutes or seconds, rounded down to whole ones. */
    static String rounded(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h";
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
