package org.orderengine.memory;

import java.time.Instant;
import org.orderengine.spi.store.OrderPlace;

/** The place of an order among those that are due: by when it becomes claimable, then by id. */
record DueKey(Instant claimableAt, String orderId) implements Comparable<DueKey> {

    @Override
    public int compareTo(DueKey other) {
        int byTime = claimableAt.compareTo(other.claimableAt);
        return byTime != 0 ? byTime : OrderPlace.BY_CHARACTER.compare(orderId, other.orderId);
    }
}
