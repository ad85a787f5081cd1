package org.orderengine.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.flow.Deferral;
import org.orderengine.json.DocumentException;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;

/**
 * Carries commands through:
 *
 * <ol>
 *   <li>load the order, and try the actions first that it kept while it was busy;
 *   <li>ask the host's services for facts, and decide;
 *   <li>commit the decision: on a conflict begin again, so that each command is decided on what the one before it left (F6);
 *   <li>perform what the commit owes, book the answers, and try the actions that the order kept.
 * </ol>
 *
 * <p>A command that is refused, or whose id the store has seen, gets the answer that it got before, if it did.
 *
 * <p>Safe for any number of threads; a command is carried through on the thread that calls.
 */
public final class Dispatcher {

    static final int MAX_ATTEMPTS = 100;

    private final OrderSessions sessions;
    private final Decisions decisions;
    private final EffectWork effects;
    private final KeptActions kept;
    private final Replay replay;
    private final HostCalls calls;
    private final EngineClock clock;

    Dispatcher(
            OrderSessions sessions,
            Decisions decisions,
            EffectWork effects,
            KeptActions kept,
            HostCalls calls,
            EngineClock clock) {
        this.sessions = sessions;
        this.decisions = decisions;
        this.effects = effects;
        this.kept = kept;
        this.replay = new Replay(sessions.store());
        this.calls = calls;
        this.clock = clock;
    }

    /** Carries a command through. */
    public Handled handle(Command command) {
        long begun = calls.listeners().clock();
        try {
            Handled handled = untilReadable(command);
            Told.of(command, handled, begun, calls.listeners());
            return handled;
        } finally {
            calls.giveBackInterrupt();
        }
    }

    private Handled untilReadable(Command command) {
        try {
            return untilTaken(command);
        } catch (DocumentException unreadable) {
            return new Handled.Refused(unreadable(command.orderId(), unreadable), null);
        } catch (RefusedWorkException ofNewerFormat) {
            return new Handled.Refused(
                    ofNewerFormat.problem(), sessions.open(command.orderId()).found());
        }
    }

    static Problem unreadable(String orderId, DocumentException unreadable) {
        return new Problem(
                Codes.ORDER_UNREADABLE,
                "Order " + orderId + " cannot be read: " + unreadable.getMessage() + "; look at it with orders().raw");
    }

    private Handled untilTaken(Command command) {
        OrderSession session = sessions.open(command.orderId());
        for (int attempt = 1; ; attempt++) {
            Handled handled = tryToHandle(command, session);
            if (handled != null) {
                return handled;
            }
            if (attempt == MAX_ATTEMPTS) {
                return contention(command, session);
            }
            session = sessions.open(command.orderId());
        }
    }

    /** Carries a command through on an order as it was loaded; null if another commit came first. */
    private @Nullable Handled tryToHandle(Command command, OrderSession session) {
        if (command instanceof Action && triedKept(session)) {
            return null;
        }
        Instant now = clock.now();
        Decision decision = decisions.decide(session.found(), command, now);
        if (decision instanceof Decision.Refused refused) {
            Handled earlier = session.found() == null ? replay.archived(command.orderId()) : replay.of(command);
            return earlier == null ? new Handled.Refused(refused.problem(), session.found()) : earlier;
        }
        if (!(decision instanceof Decision.Accepted accepted)) {
            return new Handled.Unchanged(session.order());
        }
        return switch (session.commit(accepted, command, now)) {
            case COMMITTED -> perform(session, accepted);
            case DUPLICATE -> lost(session, replay.of(command));
            case CONFLICT -> lost(session, null);
        };
    }

    /** What became of a command that another commit came before: the answer that it got then; null where it is to be decided again. */
    private @Nullable Handled lost(OrderSession session, @Nullable Handled earlier) {
        return earlier != null || session.found() != null ? earlier : replay.archived(session.orderId());
    }

    private Handled perform(OrderSession session, Decision.Accepted accepted) {
        boolean isKept = Deferral.isKept(accepted.events());
        try {
            EffectWork.Finished finished = effects.perform(session, accepted);
            Order settled = kept.settle(session.at(finished.order()));
            return new Handled.Taken(settled, finished.declined(), isKept);
        } catch (RefusedWorkException ofNewerFormat) {
            // The command was taken. What a service answered cannot be written yet, and is asked for again.
            return new Handled.Taken(session.reload().order(), null, isKept);
        }
    }

    /** Tries the actions that an order kept before the command arrived. Returns whether they changed it. */
    private boolean triedKept(OrderSession session) {
        Order order = session.found();
        return order != null
                && order.flow().isReadyForDeferred()
                && kept.settle(session).revision() != order.revision();
    }

    private static Handled contention(Command command, OrderSession session) {
        return new Handled.Refused(
                new Problem(
                        Codes.CONTENTION,
                        "Order " + command.orderId() + " changed " + MAX_ATTEMPTS + " times meanwhile; try again"),
                session.found());
    }

    /** Decides a command as if every service said yes. Nothing is committed, and no effect is performed. */
    public Previewed preview(Command command) {
        try {
            Order order = sessions.open(command.orderId()).found();
            return new Previewed(order, decisions.preview(order, command, clock.now()));
        } catch (DocumentException unreadable) {
            return new Previewed(null, new Decision.Refused(unreadable(command.orderId(), unreadable)));
        } finally {
            calls.giveBackInterrupt();
        }
    }
}
