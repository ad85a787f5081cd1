package org.orderengine.dispatch;

import java.util.function.BooleanSupplier;

import java.time.Instant;
import java.util.List;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.OrderStore;

/**
 * Works on orders that fell due:
 *
 * <ol>
 *   <li>claim a batch of them, each under a lease;
 *   <li>do what is due to one after another: perform and ask for effects, try kept actions, fire timers;
 *   <li>give back what was not begun within a quarter of the lease, since services are slow, and all that is left when the engine is closed,
 *       for other threads and nodes;
 *   <li>put off an order whose work cannot be done.
 * </ol>
 *
 * <p>Safe for any number of threads; the work is done on the thread that calls.
 */
public final class DueWork {

    private static final int BATCH = 16;

    private final OrderStore store;
    private final DueParts parts;
    private final StuckWork stuck;
    private final NodeSettings node;
    private final HostCalls calls;
    private final EngineClock clock;

    DueWork(DueParts parts, NodeSettings node, HostCalls calls, EngineClock clock) {
        this.calls = calls;
        this.store = parts.sessions().store();
        this.parts = parts;
        this.stuck = new StuckWork(parts.sessions());
        this.node = node;
        this.clock = clock;
    }

    /** Works on a batch of the orders that are due at {@code now}. Returns how many it took. */
    public int runDue(Instant now) {
        return runDue(now, () -> false);
    }

    /**
     * Works on a batch of the orders that are due at {@code now}, until it is stopped; says how many it took.
     *
     * @param isStopped whether to begin nothing further and to give back what was claimed
     */
    public int runDue(Instant now, BooleanSupplier isStopped) {
        Instant begun = clock.now();
        Instant inTime = begun.plus(node.leaseFor().dividedBy(4));
        Lease lease = new Lease(begun.plus(node.leaseFor()), isStopped);
        List<Claim> claims = store.claimDue(now, node.leaseFor(), node.name(), BATCH);
        int worked = 0;
        for (Claim claim : claims) {
            if (isStopped.getAsBoolean() || (worked > 0 && clock.now().isAfter(inTime))) {
                store.release(claim, now);
            } else {
                workOn(claim, lease, now);
                worked++;
            }
        }
        calls.giveBackInterrupt();
        return worked;
    }

    /** Works on one order; one that cannot be worked on must not keep the others waiting (D5). */
    @SuppressWarnings("CatchThrowable") // guards and rules are host code: whatever one throws is about its order only
    private void workOn(Claim claim, Lease lease, Instant now) {
        try {
            OrderSession session = parts.sessions().open(claim, lease);
            if (session != null) {
                new OrderWork(parts, calls, now).work(session);
            }
        } catch (Throwable thrown) {
            stuck.putOff(claim, thrown, now);
        }
    }
}
