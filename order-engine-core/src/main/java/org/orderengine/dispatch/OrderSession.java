package org.orderengine.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Command;
import org.orderengine.decision.draft.Decision;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.spi.store.Claim;
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
    private final boolean isClaimed;

    OrderSession(OrderSessions sessions, String orderId, @Nullable Order order, long leaseEpoch, boolean isClaimed) {
        this.sessions = sessions;
        this.orderId = orderId;
        this.order = order;
        this.leaseEpoch = leaseEpoch;
        this.isClaimed = isClaimed;
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
        return isClaimed;
    }

    /** Whether both were read under one lease: the order was not claimed in between. */
    boolean isUnderLeaseOf(OrderSession other) {
        return leaseEpoch == other.leaseEpoch;
    }

    /** The session under the same lease with the order as this thread has committed it. */
    OrderSession at(Order committed) {
        return new OrderSession(sessions, orderId, committed, leaseEpoch, isClaimed);
    }

    /** The session with the order, and the lease, as they are stored now. */
    OrderSession reload() {
        StoredOrder stored = sessions.store().load(orderId).orElse(null);
        if (stored == null) {
            throw new MissingOrderException(orderId);
        }
        return new OrderSession(
                sessions, orderId, OrderDocument.read(stored.document()), stored.leaseEpoch(), isClaimed);
    }

    /**
     * Commits a decision on the order as it was read. A claim ends with it, if nothing is left to do at that instant.
     *
     * @param command what was decided on
     */
    CommitResult commit(Decision.Accepted accepted, Command command, Instant now) {
        OrderSession after = at(accepted.order());
        Instant due = after.nextDue(now);
        boolean releases = isClaimed && NewlyOwed.by(accepted).isEmpty() && after.isAtRest(due, now);
        return write(accepted, command, due, now, releases);
    }

    /** Commits that the due work of a claimed order is put off, and ends the claim. */
    CommitResult putOff(Decision.Accepted accepted, Instant until, Instant now) {
        return write(accepted, null, until, now, true);
    }

    private CommitResult write(
            Decision.Accepted accepted,
            @Nullable Command command,
            @Nullable Instant due,
            Instant now,
            boolean releases) {
        return sessions.store().commit(Commits.of(accepted, command, leaseEpoch, due, now, releases));
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
