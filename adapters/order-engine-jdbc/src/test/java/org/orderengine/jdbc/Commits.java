package org.orderengine.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
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
                OrderIndex.builder()
                        .set(OrderColumn.PLACED_AT, NOON)
                        .set(OrderColumn.PROCESS, "physical-goods")
                        .set(OrderColumn.PROCESS_VERSION, 1L)
                        .set(OrderColumn.STATE, "created")
                        .set(OrderColumn.BUYER, "secret buyer")
                        .set(OrderColumn.BUSINESS, "secret business")
                        .set(OrderColumn.CHANNEL, "secret channel")
                        .set(OrderColumn.MERCHANT, "secret merchant")
                        .due(NOON)
                        .build(),
                new HistoryRow(revision, "secret-" + revision, 7, NOON, text("secret events")),
                false);
    }

    static Document text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return () -> bytes;
    }
}
