package org.orderengine.spi.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The history row of one commit.
 *
 * @param revision the revision that the commit made
 * @param commandId the idempotency key of the command, unique per order; null where it had none
 * @param fingerprint a hash of the command's content, to tell the same command from another one under its id
 * @param at when it was decided, cut to the microsecond
 * @param events what happened
 */
public record HistoryRow(long revision, @Nullable String commandId, long fingerprint, Instant at, Document events) {

    public HistoryRow {
        at = Microseconds.notAfter(at);
    }
}
