package org.orderengine.spi.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The columns that an order is found by.
 *
 * @param placedAt when it was placed, cut to the microsecond
 * @param process the name of its process
 * @param processVersion the version of its process
 * @param state its state; several active ones joined by a comma
 * @param ended whether its process has come to its end
 * @param parked whether some of its work waits for a person
 * @param backordered whether some of its units are promised and not there yet
 * @param due when its next work falls due, rounded up to the microsecond, so that nothing happens early (F7); null when
 *     nothing will happen by itself
 * @param buyer the buyer
 * @param business the line of business
 * @param channel where it came in
 * @param merchant who sells
 */
public record OrderIndex(
        Instant placedAt,
        String process,
        int processVersion,
        String state,
        boolean ended,
        boolean parked,
        boolean backordered,
        @Nullable Instant due,
        @Nullable String buyer,
        @Nullable String business,
        @Nullable String channel,
        @Nullable String merchant) {

    public OrderIndex {
        placedAt = Microseconds.notAfter(placedAt);
        due = Microseconds.notBefore(due);
    }
}
