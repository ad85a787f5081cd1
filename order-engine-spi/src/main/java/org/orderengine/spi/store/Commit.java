package org.orderengine.spi.store;

/**
 * One change of one order, to be written in one transaction.
 *
 * <p>A commit whose row is of another revision, or whose revision is below 1, is an {@link IllegalArgumentException}.
 *
 * @param orderId the order
 * @param revision the revision that it makes, from 1; the order must be at the one before
 * @param leaseEpoch the lease epoch that the order must have, as it was loaded or claimed; 0 for a new order
 * @param document the order's new document
 * @param index the values that the order is found by, and when it is due; it counts as updated at the row's instant
 * @param row the history row of this commit
 * @param releasesLease whether it ends the lease on the order, as the last commit under a claim does
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
        index = index.with(OrderColumn.UPDATED_AT, row.at());
    }
}
