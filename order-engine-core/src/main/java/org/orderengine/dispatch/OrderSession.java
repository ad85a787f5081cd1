package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Command;
import org.orderengine.decision.draft.Decision;
import org.orderengine.model.By;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.StoredOrder;

/**
 * A session of one thread on one order: the order as it was read, and the lease that its commits are made under. It is given
 * decisions to commit, and adds revision, lease epoch, next due instant and the end of the lease itself.
 *
 * <p>Immutable: after a commit, {@link #at} goes on from the order that was committed, and after a conflict {@link #reload} from the
 * order that is stored.
 */
final class OrderSession {

    private final OrderSessions sessions;
    private final String orderId;
    private final @Nullable Order order;
    private final long leaseEpoch;
    private final @Nullable Lease lease;

    /** @param lease of an order that was claimed for its due work; null otherwise */
    OrderSession(
            OrderSessions sessions, String orderId, @Nullable Order order, long leaseEpoch, @Nullable Lease lease) {
        this.sessions = sessions;
        this.orderId = orderId;
        this.order = order;
        this.leaseEpoch = leaseEpoch;
        this.lease = lease;
    }

    /** The order's id. */
    String orderId() {
        return orderId;
    }

    /** The order as it was read; null where there is none of that id. */
    @Nullable
    Order found() {
        return order;
    }

    /** The order as it was read. */
    Order order() {
        if (order == null) {
            throw new MissingOrderException(orderId);
        }
        return order;
    }

    /** Whether the order was claimed for its due work, so that this thread has to give the lease back. */
    boolean isClaimed() {
        return lease != null;
    }

    /**
     * How long this thread may go on with effects: until the lease of a claim ends; without one, calls may begin until the first effect falls
     * due, when another thread may take it up.
     *
     * @param callTimeout how long a call may take
     */
    Lease lease(List<OwedEffect> effects, Duration callTimeout) {
        if (lease != null) {
            return lease;
        }
        Instant due = effects.get(0).due();
        for (OwedEffect effect : effects) {
            due = effect.due().isBefore(due) ? effect.due() : due;
        }
        return Lease.until(due.plus(callTimeout));
    }

    /** Whether a call that should come back by a deadline still fits into the lease of a claim. */
    boolean hasRoomUntil(Instant deadline) {
        return lease == null || lease.hasRoomUntil(deadline);
    }

    /** Whether both were read under one lease: the order was not claimed in between. */
    boolean isUnderLeaseOf(OrderSession other) {
        return leaseEpoch == other.leaseEpoch;
    }

    /** The session under the same lease with the order as this thread has committed it. */
    OrderSession at(Order committed) {
        return new OrderSession(sessions, orderId, committed, leaseEpoch, lease);
    }

    /** The session with the order as it is stored now; without the lease, if another node has claimed the order since. */
    OrderSession reload() {
        StoredOrder stored = sessions.store().load(orderId).orElse(null);
        if (stored == null) {
            throw new MissingOrderException(orderId);
        }
        return new OrderSession(
                sessions,
                orderId,
                OrderSessions.read(stored),
                stored.leaseEpoch(),
                stored.leaseEpoch() == leaseEpoch ? lease : null);
    }

    /**
     * Commits a decision on the order as it was read. A claim ends with it, if nothing is left to do at that instant.
     *
     * @param command what was decided on
     */
    CommitResult commit(Decision.Accepted accepted, Command command, Instant now) {
        OrderSession after = at(accepted.order());
        Instant due = after.nextDue(now);
        boolean releases = lease != null && NewlyOwed.by(accepted).isEmpty() && after.isAtRest(due, now);
        CommitResult result = write(accepted, command, command.by(), due, now, releases);
        if (result == CommitResult.COMMITTED) {
            sessions.freed().note(order, accepted);
        }
        return result;
    }

    /** Commits that the due work of a claimed order is put off, and ends the claim. */
    CommitResult putOff(Decision.Accepted accepted, Instant until, Instant now) {
        return write(accepted, null, By.SYSTEM, until, now, true);
    }

    /** Commits what nobody commanded through the engine: upkeep, by whom it was asked for. */
    CommitResult commit(Decision.Accepted accepted, By by, Instant now) {
        return write(accepted, null, by, at(accepted.order()).nextDue(now), now, false);
    }

    private CommitResult write(
            Decision.Accepted accepted,
            @Nullable Command command,
            By by,
            @Nullable Instant due,
            Instant now,
            boolean releases) {
        Commit commit = Commits.of(
                accepted, command, by, leaseEpoch, sessions.indexing().of(order, accepted.order(), due), now, releases);
        Problem beyond =
                sessions.beyondFormat(orderId, commit.document(), commit.row().events());
        if (beyond != null) {
            throw new RefusedWorkException(beyond);
        }
        CommitResult result = sessions.store().commit(commit);
        if (result == CommitResult.COMMITTED && !sessions.listeners().isEmpty()) {
            Told.of(accepted, sessions.listeners());
        }
        return result;
    }

    /** Gives the lease of a claimed order back. */
    void release(@Nullable Instant due) {
        sessions.store().release(new Claim(orderId, order().revision(), leaseEpoch), due);
    }

    /** The effects to perform or to query at an instant. */
    List<OwedEffect> dueEffects(Instant now, boolean mayAsk) {
        return sessions.agenda().dueEffects(order(), sessions.processes().of(order()), now, mayAsk);
    }

    /** When something is to happen by itself; null when nothing will. */
    @Nullable
    Instant nextDue(Instant now) {
        return sessions.agenda().nextDue(order(), sessions.processes().of(order()), now);
    }

    /** Whether nothing is due at an instant, and no kept action waits to be tried. */
    boolean isAtRest(Instant now) {
        return isAtRest(nextDue(now), now);
    }

    private boolean isAtRest(@Nullable Instant due, Instant now) {
        return !order().flow().isReadyForDeferred() && (due == null || due.isAfter(now));
    }
}
