package org.orderengine.memory;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.OrderPlace;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.Rewrite;
import org.orderengine.spi.store.StoredOrder;

/**
 * An order as it stands after a commit, a claim or a release; each makes another one.
 *
 * @param order what is handed out
 * @param index the columns that it is found by
 * @param due when its next work falls due
 * @param leasedUntil when the lease on it ends or ended, if it has one
 * @param dueKey its place among the due orders, if it is ever due
 * @param placedKey its place among the orders by age
 */
record Version(
        StoredOrder order,
        OrderIndex index,
        @Nullable Instant due,
        @Nullable Instant leasedUntil,
        @Nullable DueKey dueKey,
        OrderPlace placedKey) {

    /** The version that a commit makes, on the one before it if there is one. */
    static Version committed(@Nullable Version before, Commit commit) {
        OrderIndex index = commit.index();
        Instant leasedUntil = before == null || commit.releasesLease() ? null : before.leasedUntil;
        return new Version(
                new StoredOrder(commit.orderId(), commit.revision(), commit.leaseEpoch(), commit.document()),
                index,
                index.due(),
                leasedUntil,
                dueKey(commit.orderId(), index.due(), leasedUntil),
                before != null && before.index.placedAt().equals(index.placedAt())
                        ? before.placedKey
                        : placedKey(index, commit.orderId()));
    }

    /** This version with what is kept of it replaced; without a lease, and under another epoch, where that is the document too. */
    Version rewritten(Rewrite rewrite) {
        OrderIndex kept = rewrite.index()
                .with(OrderColumn.UPDATED_AT, Objects.requireNonNull(index.get(OrderColumn.UPDATED_AT)))
                .withDue(index.due());
        OrderPlace place = index.placedAt().equals(kept.placedAt()) ? placedKey : placedKey(kept, order.orderId());
        if (rewrite.document() == null) {
            return new Version(order, kept, due, leasedUntil, dueKey, place);
        }
        StoredOrder rewritten =
                new StoredOrder(order.orderId(), order.revision(), order.leaseEpoch() + 1, rewrite.document());
        return new Version(rewritten, kept, due, null, dueKey(order.orderId(), due, null), place);
    }

    /** This version under a new lease. */
    Version claimed(Instant until) {
        StoredOrder claimed =
                new StoredOrder(order.orderId(), order.revision(), order.leaseEpoch() + 1, order.document());
        return new Version(claimed, index, due, until, dueKey(order.orderId(), due, until), placedKey);
    }

    /** This version without a lease, due at another instant. */
    Version released(@Nullable Instant newDue) {
        return new Version(order, index, newDue, null, dueKey(order.orderId(), newDue, null), placedKey);
    }

    /** This version among the orders that wait for a person. */
    Version parked() {
        return new Version(order, index.with(OrderColumn.PARKED, true), due, leasedUntil, dueKey, placedKey);
    }

    private static OrderPlace placedKey(OrderIndex index, String orderId) {
        return new OrderPlace(Objects.requireNonNull(OrderSort.NEWEST.key(index, null)), orderId);
    }

    /** Its place in a list; null where it is not listed. */
    @Nullable
    OrderPlace place(OrderSort sort) {
        if (sort.by() == OrderSort.By.PLACED) {
            return placedKey;
        }
        Long key = sort.key(index, due);
        return key == null ? null : new OrderPlace(key, order.orderId());
    }

    private static @Nullable DueKey dueKey(String orderId, @Nullable Instant due, @Nullable Instant leasedUntil) {
        if (due == null) {
            return null;
        }
        return new DueKey(leasedUntil != null && leasedUntil.isAfter(due) ? leasedUntil : due, orderId);
    }
}
