package org.orderengine.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderIndex;

/** Commits to try the store with. */
final class Commits {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Commits() {}

    static Commit commit(String orderId, long revision) {
        return commit(orderId, revision, text(orderId + " at " + revision));
    }

    static Commit commit(String orderId, long revision, Document document) {
        return new Commit(
                orderId,
                revision,
                0,
                document,
                new OrderIndex(
                        NOON,
                        "physical-goods",
                        1,
                        "created",
                        false,
                        false,
                        false,
                        NOON,
                        "secret buyer",
                        "secret business",
                        "secret channel",
                        "secret merchant"),
                new HistoryRow(revision, "secret-" + revision, 7, NOON, text("secret events")),
                false);
    }

    static Document text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return () -> bytes;
    }
}
