package org.orderengine.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.flow.Agenda;
import org.orderengine.decision.flow.Deferral;
import org.orderengine.json.DocumentException;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.OrderStore;

/**
 * Carries commands through in transactions of a host's:
 *
 * <ol>
 *   <li>load the order outside of the transaction, unless it is to be placed; ask the host's services, and decide;
 *   <li>load it in the transaction. Where the transaction has changed it already, decide again;
 *   <li>commit the decision there, once: where another commit came first, the command is refused.
 * </ol>
 *
 * <p>Nothing is performed. What the commit owes is due at once, for workers, and they see it when the host has committed.
 *
 * <p>Safe for any number of threads, each with a transaction of its own.
 */
public final class JoinedCommands {

    private final OrderSessions sessions;
    private final Decisions decisions;
    private final Agenda agenda;
    private final HostCalls calls;
    private final EngineClock clock;

    /**
     * Commands of one engine in transactions of its host's.
     *
     * @param decisions decide so that all effects are due at once
     * @param agenda sees kept actions as due at once
     */
    public JoinedCommands(
            OrderSessions sessions, Decisions decisions, Agenda agenda, HostCalls calls, NodeSettings node) {
        this.sessions = sessions;
        this.decisions = decisions;
        this.agenda = agenda;
        this.calls = calls;
        this.clock = new EngineClock(node.time());
    }

    /** Carries a command through, in the transaction that a store writes in. */
    public Handled handle(Command command, OrderStore transaction) {
        long begun = calls.listeners().clock();
        try {
            Handled handled = untilReadable(command, transaction);
            Told.of(command, handled, begun, calls.listeners());
            return handled;
        } finally {
            calls.giveBackInterrupt();
        }
    }

    private Handled untilReadable(Command command, OrderStore transaction) {
        try {
            return inTransaction(command, transaction);
        } catch (RefusedWorkException ofNewerFormat) {
            return new Handled.Refused(ofNewerFormat.problem(), null);
        } catch (DocumentException unreadable) {
            return new Handled.Refused(Dispatcher.unreadable(command.orderId(), unreadable), null);
        }
    }

    private Handled inTransaction(Command command, OrderStore transaction) {
        Order outside = command instanceof PlaceOrder
                ? null
                : sessions.open(command.orderId()).found();
        Instant now = clock.now();
        Decision asked = decisions.decide(outside, command, now);
        OrderSession session = joined(transaction).open(command.orderId());
        Order order = session.found();
        if (command instanceof Action && order != null && order.flow().isReadyForDeferred()) {
            return contention(command, order);
        }
        Decision decision = isSame(outside, order) ? asked : decisions.decide(order, command, now);
        if (decision instanceof Decision.Refused refused) {
            Handled earlier = new Replay(transaction).of(command);
            return earlier == null ? new Handled.Refused(refused.problem(), order) : earlier;
        }
        if (!(decision instanceof Decision.Accepted accepted)) {
            return new Handled.Unchanged(session.order());
        }
        CommitResult result = session.commit(accepted, command, now);
        if (result == CommitResult.COMMITTED) {
            return new Handled.Taken(accepted.order(), null, Deferral.isKept(accepted.events()));
        }
        Handled earlier = result == CommitResult.DUPLICATE ? new Replay(transaction).of(command) : null;
        if (earlier == null && order == null) {
            earlier = new Replay(transaction).archived(command.orderId());
        }
        return earlier == null ? contention(command, order) : earlier;
    }

    /** Nobody is told of what may be rolled back, and nothing that it frees is offered. */
    private OrderSessions joined(OrderStore transaction) {
        return new OrderSessions(
                transaction,
                agenda,
                sessions.processes(),
                sessions.indexing(),
                Listeners.NOBODY,
                sessions.writeFormat());
    }

    private static boolean isSame(@Nullable Order one, @Nullable Order other) {
        return revision(one) == revision(other);
    }

    private static long revision(@Nullable Order order) {
        return order == null ? 0 : order.revision();
    }

    private static Handled contention(Command command, @Nullable Order order) {
        return new Handled.Refused(
                new Problem(
                        Codes.CONTENTION,
                        "Order " + command.orderId()
                                + " is being changed by another command; nothing was written, so try again, or roll back"),
                order);
    }
}
