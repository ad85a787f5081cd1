package org.orderengine.spi.store;

/**
 * One change of one order, written in one transaction.
 *
 * @param orderId the order
 * @param revision the revision that it makes, from 1; the order must be at the one before
 * @param leaseEpoch the lease epoch that the order must have, as it was loaded or claimed; zero for a new order
 * @param document the order's new document
 * @param index the columns that the order is found by
 * @param row what the history keeps of it; its revision is the commit's
 * @param releasesLease whether it ends the lease on the order: for the last commit under a claim; otherwise a commit leaves
 *     the lease as it is
 */
public record Commit(
        String orderId,
        long revision,
        long leaseEpoch,
        Document document,
        OrderIndex index,
        HistoryRow row,
        boolean releasesLease) {

    public Commit {
        if (revision < 1 || row.revision() != revision) {
            throw new IllegalArgumentException(
                    "Order " + orderId + ": commit of revision " + revision + " carries row " + row.revision());
        }
    }
}
