package org.orderengine.dispatch;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * How long one thread may go on with an order, before another may take it over.
 *
 * @param end when another may take it over
 * @param isStopped whether the thread is to stop before that, since its engine is being closed
 */
record Lease(Instant end, BooleanSupplier isStopped) {

    /** A lease that ends at an instant, and is not stopped before. */
    static Lease until(Instant end) {
        return new Lease(end, () -> false);
    }

    /** Whether a call that should come back by a deadline still fits in. */
    boolean hasRoomUntil(Instant deadline) {
        return !deadline.isAfter(end) && !isStopped.getAsBoolean();
    }
}
