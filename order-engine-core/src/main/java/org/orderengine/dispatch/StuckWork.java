package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.orderengine.decision.Codes;
import org.orderengine.decision.flow.Agenda;
import org.orderengine.decision.flow.Refusals;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.model.Stuck;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts off an order whose work cannot be done, so that it delays no other (D5), and records why, so that a person finds it. The pause
 * doubles each time, from a minute up to a day. Safe for any number of threads.
 */
final class StuckWork {

    private static final Logger LOG = LoggerFactory.getLogger(StuckWork.class);
    private static final Duration AFTER_CONFLICT = Duration.ofMinutes(1);
    private static final Duration OF_UNREADABLE = Duration.ofDays(1);

    private final OrderSessions sessions;

    StuckWork(OrderSessions sessions) {
        this.sessions = sessions;
    }

    /** Puts the order of a claim off. Throws nothing: what cannot be written is tried again when the lease has ended. */
    @SuppressWarnings("CatchThrowable") // an order that cannot be read must not keep the others waiting
    void putOff(Claim claim, Throwable thrown, Instant now) {
        if (thrown instanceof StoreUnavailableException) {
            LOG.warn(
                    "Order {}: the store failed; its work goes on when the lease has ended",
                    claim.orderId(),
                    Redacted.of(thrown));
            return;
        }
        try {
            if (!writeDown(claim, thrown, now)) {
                sessions.store().release(claim, now.plus(AFTER_CONFLICT));
            }
        } catch (Throwable unreadable) {
            LOG.error(
                    "Order {} cannot be read; it is tried again in {}",
                    claim.orderId(),
                    OF_UNREADABLE,
                    Redacted.of(thrown));
            setAside(claim, now.plus(OF_UNREADABLE));
        }
    }

    /** Writes down why the order is put off. Returns whether that is done, or not needed since the claim is over. */
    private boolean writeDown(Claim claim, Throwable thrown, Instant now) {
        OrderSession session = sessions.open(claim, Lease.until(now));
        if (session == null) {
            return true;
        }
        Order order = session.order();
        Stuck before = thrown instanceof EndlessTimersException endless
                ? endless.before()
                : order.flow().stuck();
        Stuck stuck = before == null
                ? Stuck.first(problem(order.id(), thrown), now)
                : before.again(problem(order.id(), thrown), now);
        if (before == null || !before.problem().equals(stuck.problem())) {
            LOG.error(
                    "Order {}: {}: its due work cannot be done and is tried again at {}",
                    claim.orderId(),
                    stuck.problem().code(),
                    stuck.due(),
                    Redacted.of(thrown));
        }
        return session.putOff(Agenda.stuck(order, stuck), stuck.due(), now) == CommitResult.COMMITTED;
    }

    private void setAside(Claim claim, Instant due) {
        try {
            sessions.store().setAside(claim, due);
        } catch (StoreUnavailableException unavailable) {
            LOG.warn(
                    "Order {}: its lease could not be given back; it ends by itself",
                    claim.orderId(),
                    Redacted.of(unavailable));
        }
    }

    private static Problem problem(String orderId, Throwable thrown) {
        if (thrown instanceof EndlessTimersException endless) {
            return new Problem(Codes.TIMER_ENDLESS, String.valueOf(endless.getMessage()));
        }
        if (thrown instanceof RefusedWorkException refused) {
            return refused.problem();
        }
        if (thrown instanceof MissingProcessException missing) {
            return new Problem(Codes.UNKNOWN_PROCESS, String.valueOf(missing.getMessage()));
        }
        Problem refusal = thrown instanceof RuntimeException broken ? Refusals.of(orderId, broken) : null;
        return refusal != null
                ? refusal
                : new Problem(
                        Codes.WORK_STUCK,
                        "doing what is due threw " + thrown.getClass().getName());
    }
}
