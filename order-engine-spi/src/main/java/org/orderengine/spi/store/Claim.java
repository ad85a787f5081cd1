package org.orderengine.spi.store;

/**
 * An order that was due and that the caller now holds the lease on.
 *
 * @param orderId the order
 * @param revision the revision that it had when it was claimed
 * @param leaseEpoch the epoch of the lease: what the holder commits must carry it
 */
public record Claim(String orderId, long revision, long leaseEpoch) {}
