package org.orderengine.testkit.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.TermValue;

/** Makes commits to try a store with: one of a revision is enough, the rest has defaults. */
final class CommitBuilder {

    /** When orders are placed unless said otherwise. */
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final String orderId;
    private final long revision;
    private long leaseEpoch;
    private @Nullable String commandId;
    private Instant at;
    private Document document;
    private Document events;
    private final OrderIndex.Builder index = OrderIndex.builder()
            .set(OrderColumn.PLACED_AT, NOON)
            .set(OrderColumn.PROCESS, "physical-goods")
            .set(OrderColumn.PROCESS_VERSION, 1L)
            .set(OrderColumn.STATE, "created")
            .terms(Set.of(), Set.of());
    private boolean releasesLease;

    private CommitBuilder(String orderId, long revision) {
        this.orderId = orderId;
        this.revision = revision;
        this.at = NOON.plusSeconds(revision);
        this.document = text(orderId + " at " + revision);
        this.events = text("what made " + orderId + " " + revision);
    }

    static CommitBuilder revision(long revision, String orderId) {
        return new CommitBuilder(orderId, revision);
    }

    static Document text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return () -> bytes;
    }

    CommitBuilder underEpoch(long epoch) {
        this.leaseEpoch = epoch;
        return this;
    }

    CommitBuilder byCommand(@Nullable String id) {
        this.commandId = id;
        return this;
    }

    CommitBuilder at(Instant instant) {
        this.at = instant;
        return this;
    }

    CommitBuilder document(Document content) {
        this.document = content;
        return this;
    }

    CommitBuilder events(Document content) {
        this.events = content;
        return this;
    }

    <T> CommitBuilder with(OrderColumn<T> column, @Nullable T value) {
        index.set(column, value);
        // A commit sets it to its own instant.
        return column == OrderColumn.UPDATED_AT && value != null ? at((Instant) value) : this;
    }

    CommitBuilder placedAt(Instant instant) {
        return with(OrderColumn.PLACED_AT, instant);
    }

    CommitBuilder due(@Nullable Instant instant) {
        index.due(instant);
        return this;
    }

    CommitBuilder state(String name) {
        return with(OrderColumn.STATE, name);
    }

    CommitBuilder buyer(@Nullable String name) {
        return with(OrderColumn.BUYER, name);
    }

    /** The terms that the order has now, and those that it had. */
    CommitBuilder terms(Set<TermValue> now, Set<TermValue> before) {
        index.terms(now, before);
        return this;
    }

    /** The terms that the order has now, whatever it had. */
    CommitBuilder replacingTerms(Set<TermValue> now) {
        index.terms(now, null);
        return this;
    }

    CommitBuilder parked() {
        return with(OrderColumn.PARKED, true);
    }

    CommitBuilder releasingLease() {
        return releasingLease(true);
    }

    CommitBuilder releasingLease(boolean releases) {
        this.releasesLease = releases;
        return this;
    }

    Commit build() {
        return new Commit(
                orderId,
                revision,
                leaseEpoch,
                document,
                index.build(),
                new HistoryRow(revision, commandId, orderId.hashCode() * 31L + revision, at, events),
                releasesLease);
    }
}
