package org.orderengine.spi.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of what is kept of an order, without a change of the order: it stays at its revision.
 *
 * <p>For example, a new column is filled, or personal data is taken out of the document and the history. A row of a revision that the
 * order does not have, or rows without a document, are an {@link IllegalArgumentException}.
 *
 * @param orderId the order
 * @param revision the revision that it must be at
 * @param document what takes the place of its document; null to leave it
 * @param index the values that it is found by from now on; when it is due, and when it was updated, stay
 * @param rows rows of its history whose events are replaced; their other values count for nothing
 */
public record Rewrite(
        String orderId, long revision, @Nullable Document document, OrderIndex index, List<HistoryRow> rows) {

    public Rewrite {
        rows = List.copyOf(rows);
        if (document == null && !rows.isEmpty()) {
            throw new IllegalArgumentException(
                    "Order " + orderId + ": its history is rewritten only together with its document");
        }
        for (HistoryRow row : rows) {
            if (row.revision() < 1 || row.revision() > revision) {
                throw new IllegalArgumentException("Order " + orderId + " at revision " + revision + ": row "
                        + row.revision() + " cannot be rewritten");
            }
        }
    }

    /** A change of nothing but the values that an order is found by. */
    public static Rewrite ofIndex(String orderId, long revision, OrderIndex index) {
        return new Rewrite(orderId, revision, null, index, List.of());
    }
}
