package org.orderengine.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.flow.Agenda;
import org.orderengine.model.Order;
import org.orderengine.spi.store.CommitResult;

/**
 * Tries the actions that orders kept while they were busy, one after another, each by a commit of its own. Safe for any number of
 * threads; each works on a session of its own.
 */
final class KeptActions {

    private final Agenda agenda;
    private final Decisions decisions;
    private final EffectWork effects;
    private final EngineClock clock;
    private final Listeners listeners;

    KeptActions(Agenda agenda, Decisions decisions, EffectWork effects, EngineClock clock, Listeners listeners) {
        this.listeners = listeners;
        this.agenda = agenda;
        this.decisions = decisions;
        this.effects = effects;
        this.clock = clock;
    }

    /** Tries the actions that an order kept, as long as it is at rest. Returns the order afterwards. */
    Order settle(OrderSession session) {
        OrderSession current = session;
        while (current.order().flow().isReadyForDeferred()) {
            Order next = tryFirst(current);
            if (next == null) {
                return session.reload().order();
            }
            current = session.at(next);
        }
        return current.order();
    }

    /**
     * Tries the action that an order kept first, and performs what it owes. Gives the order afterwards; null if the action cannot be
     * decided now, or another node claimed the order.
     */
    @Nullable
    Order tryFirst(OrderSession session) {
        long begun = listeners.clock();
        OrderSession current = session;
        for (int attempt = 0; attempt < Dispatcher.MAX_ATTEMPTS; attempt++) {
            Optional<Action> action = agenda.kept(current.order());
            if (action.isEmpty()) {
                return current.order();
            }
            Instant now = clock.now();
            if (!(decisions.decideKept(current.order(), action.get(), now) instanceof Decision.Accepted accepted)) {
                return null;
            }
            if (current.commit(accepted, action.get(), now) == CommitResult.COMMITTED) {
                EffectWork.Finished finished = effects.perform(current, accepted);
                Told.kept(action.get(), accepted, finished, begun, listeners);
                return finished.order();
            }
            current = current.reload();
            if (!current.isUnderLeaseOf(session)) {
                return null;
            }
        }
        return null;
    }
}
