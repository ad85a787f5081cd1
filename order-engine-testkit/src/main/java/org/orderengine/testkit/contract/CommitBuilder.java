package org.orderengine.testkit.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderIndex;

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
    private Instant placedAt = NOON;
    private @Nullable Instant due;
    private String process = "physical-goods";
    private String state = "created";
    private boolean parked;
    private boolean backordered;
    private @Nullable String buyer;
    private @Nullable String business;
    private @Nullable String channel;
    private @Nullable String merchant;
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

    CommitBuilder placedAt(Instant instant) {
        this.placedAt = instant;
        return this;
    }

    CommitBuilder due(@Nullable Instant instant) {
        this.due = instant;
        return this;
    }

    CommitBuilder process(String name) {
        this.process = name;
        return this;
    }

    CommitBuilder state(String name) {
        this.state = name;
        return this;
    }

    CommitBuilder parked() {
        return parked(true);
    }

    CommitBuilder parked(boolean waits) {
        this.parked = waits;
        return this;
    }

    CommitBuilder backordered() {
        this.backordered = true;
        return this;
    }

    CommitBuilder buyer(@Nullable String name) {
        this.buyer = name;
        return this;
    }

    CommitBuilder business(String name) {
        this.business = name;
        return this;
    }

    CommitBuilder channel(String name) {
        this.channel = name;
        return this;
    }

    CommitBuilder merchant(String name) {
        this.merchant = name;
        return this;
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
                new OrderIndex(
                        placedAt,
                        process,
                        1,
                        state,
                        false,
                        parked,
                        backordered,
                        due,
                        buyer,
                        business,
                        channel,
                        merchant),
                new HistoryRow(revision, commandId, orderId.hashCode() * 31L + revision, at, events),
                releasesLease);
    }
}
