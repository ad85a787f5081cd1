package org.orderengine.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.flow.Agenda;
import org.orderengine.machine.MachineException;
import org.orderengine.model.Order;
import org.orderengine.spi.store.CommitResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries the actions that orders kept while they were busy, one after another, each by a commit of its own. Safe for any number of
 * threads; each works on a session of its own.
 */
final class KeptActions {

    private static final Logger LOG = LoggerFactory.getLogger(KeptActions.class);

    private final Agenda agenda;
    private final Decisions decisions;
    private final EffectWork effects;
    private final EngineClock clock;

    KeptActions(Agenda agenda, Decisions decisions, EffectWork effects, EngineClock clock) {
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
        OrderSession current = session;
        for (int attempt = 0; attempt < Dispatcher.MAX_ATTEMPTS; attempt++) {
            Optional<Action> action = agenda.kept(current.order());
            if (action.isEmpty()) {
                return current.order();
            }
            Instant now = clock.now();
            if (!(decide(current.order(), action.get(), now) instanceof Decision.Accepted accepted)) {
                return null;
            }
            if (current.commit(accepted, action.get(), now) == CommitResult.COMMITTED) {
                return effects.perform(current, accepted).order();
            }
            current = current.reload();
            if (!current.isUnderLeaseOf(session)) {
                return null;
            }
        }
        return null;
    }

    /** An exception of a guard here does not affect the command that brought the order to rest, which has its answer. */
    private Decision decide(Order order, Action action, Instant now) {
        try {
            return decisions.decideKept(order, action, now);
        } catch (MachineException thrown) {
            LOG.warn(
                    "Order {}: a kept action cannot be decided and is tried again later",
                    order.id(),
                    Redacted.of(thrown));
            return new Decision.Unchanged();
        }
    }
}
