package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.FireTimer;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Stuck;
import org.orderengine.model.Timer;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.StoredOrder;

/** The work on one order that fell due and was claimed. Belongs to one thread. */
final class OrderWork {

    private static final Duration PAUSE_OF_DEFERRED = Duration.ofMinutes(1);

    /** A timer may be due again when it has fired, but not for ever: time stands still as long as the order is worked on. */
    private static final int MAX_FIRINGS = 20;

    private final Dispatcher dispatcher;
    private final Claim claim;
    private final Instant now;
    private final Map<String, Integer> fired = new HashMap<>();
    private @Nullable Stuck before;
    private @Nullable Instant heldUntil;
    private boolean asked;

    OrderWork(Dispatcher dispatcher, Claim claim, Instant now) {
        this.dispatcher = dispatcher;
        this.claim = claim;
        this.now = now;
    }

    /** Does what is due, and gives the lease back. */
    void work() {
        StoredOrder stored = dispatcher.store().load(claim.orderId()).orElse(null);
        if (stored == null || stored.leaseEpoch() != claim.leaseEpoch()) {
            return;
        }
        Order order = OrderDocument.read(stored.document());
        before = order.flow().stuck();
        long revision = order.revision();
        for (Order next = step(order); next != null; next = step(order)) {
            order = next;
        }
        if (order.revision() == revision || !dispatcher.isAtRest(order, now)) {
            dispatcher
                    .store()
                    .release(new Claim(claim.orderId(), order.revision(), claim.leaseEpoch()), comeBackFor(order));
        }
    }

    /** When the order is due next; a kept action that cannot be decided now is not asked for all the time. Not before a service that is left alone may be called again. */
    private @Nullable Instant comeBackFor(Order order) {
        if (order.flow().isReadyForDeferred()) {
            return now.plus(PAUSE_OF_DEFERRED);
        }
        Instant next = dispatcher.nextDue(order, now);
        return next != null && heldUntil != null && next.isBefore(heldUntil) ? heldUntil : next;
    }

    private @Nullable Order step(Order order) {
        Order next = effects(order);
        if (next == null) {
            next = deferred(order);
        }
        return next == null ? timer(order) : next;
    }

    /** Tries the action that was kept first; null if there is none, or none can be tried now. */
    private @Nullable Order deferred(Order order) {
        return order.flow().isReadyForDeferred() ? dispatcher.tryDeferred(order, claim.leaseEpoch(), true) : null;
    }

    /** Performs the effects that are due, those first in their lanes; null if there are none. */
    private @Nullable Order effects(Order order) {
        List<OwedEffect> due = dispatcher.dueEffects(order, now, !asked);
        asked = true;
        if (due.isEmpty()) {
            return null;
        }
        Performed performed = dispatcher.performer().perform(order, due, dispatcher.now());
        heldUntil = performed.heldUntil();
        if (performed.answers().isEmpty()) {
            return null;
        }
        Dispatcher.Answered answered = dispatcher.answer(order, performed.answers(), claim.leaseEpoch(), true);
        return answered.decision() == null ? null : performNew(answered.decision());
    }

    /** Fires the timer that was due first; null if none is due or can fire now. */
    private @Nullable Order timer(Order order) {
        List<Timer> due = new ArrayList<>(order.flow().timers());
        due.removeIf(timer -> timer.due().isAfter(now));
        due.sort((one, other) -> one.due().compareTo(other.due()));
        for (Timer timer : due) {
            FireTimer command = new FireTimer(order.id(), timer.name(), timer.epoch());
            Decision decision = dispatcher
                    .decider()
                    .fire(order, command, dispatcher.processes().of(order), now);
            if (decision instanceof Decision.Accepted accepted) {
                requireNotEndless(order, timer);
                return commit(accepted, command);
            }
        }
        return null;
    }

    /** One that was found endless before is not let go as far again. */
    private void requireNotEndless(Order order, Timer timer) {
        int times = fired.merge(timer.name(), 1, Integer::sum) - 1;
        boolean isKnown = before != null && before.problem().code().equals(Codes.TIMER_ENDLESS);
        if (times >= (isKnown ? 1 : MAX_FIRINGS)) {
            throw new EndlessTimersException(order.id(), timer.name(), times, before);
        }
    }

    private @Nullable Order commit(Decision.Accepted accepted, FireTimer command) {
        CommitResult result = dispatcher
                .store()
                .commit(Commits.of(
                        accepted,
                        command,
                        claim.leaseEpoch(),
                        dispatcher.nextDue(accepted.order(), now),
                        now,
                        dispatcher.isAtRest(accepted, now)));
        if (result == CommitResult.COMMITTED) {
            return performNew(accepted);
        }
        StoredOrder stored = dispatcher.store().load(claim.orderId()).orElse(null);
        return stored == null || stored.leaseEpoch() != claim.leaseEpoch()
                ? null
                : OrderDocument.read(stored.document());
    }

    private Order performNew(Decision.Accepted accepted) {
        return dispatcher.perform(accepted, claim.leaseEpoch(), true).order();
    }
}
