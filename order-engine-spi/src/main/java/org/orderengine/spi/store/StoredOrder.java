package org.orderengine.spi.store;

/**
 * An order as a store keeps it.
 *
 * @param orderId the order
 * @param revision its revision
 * @param leaseEpoch its lease epoch: zero at first, raised by one with every claim, kept by commits (S5)
 * @param document its document
 */
public record StoredOrder(String orderId, long revision, long leaseEpoch, Document document) {}
