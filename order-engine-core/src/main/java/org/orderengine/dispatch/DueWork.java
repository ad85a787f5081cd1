package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.orderengine.spi.store.Claim;

/**
 * Works on orders that fell due: claims them, fires their timers, and performs and asks for what they owe. Where services are slow,
 * the orders of a batch that were not begun in time are given back, for other threads and nodes to take up.
 */
public final class DueWork {

    private static final int BATCH = 16;

    private final Dispatcher dispatcher;
    private final StuckWork stuck;
    private final String node;
    private final Duration leaseFor;

    DueWork(Dispatcher dispatcher, String node, Duration leaseFor) {
        this.dispatcher = dispatcher;
        this.stuck = new StuckWork(dispatcher.store());
        this.node = node;
        this.leaseFor = leaseFor;
    }

    /** Works on a batch of the orders that are due at {@code now}; says how many it took. */
    public int runDue(Instant now) {
        Instant inTime = dispatcher.now().plus(leaseFor.dividedBy(4));
        List<Claim> claims = dispatcher.store().claimDue(now, leaseFor, node, BATCH);
        int worked = 0;
        for (Claim claim : claims) {
            if (worked > 0 && dispatcher.now().isAfter(inTime)) {
                dispatcher.store().release(claim, now);
            } else {
                workOn(claim, now);
                worked++;
            }
        }
        return worked;
    }

    /** Works on one order; one that cannot be worked on must not keep the others waiting (D5). */
    @SuppressWarnings("CatchThrowable") // guards and rules are host code: whatever one throws is about its order only
    private void workOn(Claim claim, Instant now) {
        try {
            new OrderWork(dispatcher, claim, now).work();
        } catch (Throwable thrown) {
            stuck.putOff(claim, thrown, now);
        }
    }
}
