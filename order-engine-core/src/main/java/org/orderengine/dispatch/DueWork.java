package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.FireTimer;
import org.orderengine.decision.Decision;
import org.orderengine.decision.Lanes;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Timer;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.StoredOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on orders that fell due: claims them, fires their timers, and performs and asks for what they owe. */
public final class DueWork {

    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final int BATCH = 64;
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofMinutes(1);

    private final Dispatcher dispatcher;
    private final String node;
    private final Duration leaseFor;

    DueWork(Dispatcher dispatcher, String node, Duration leaseFor) {
        this.dispatcher = dispatcher;
        this.node = node;
        this.leaseFor = leaseFor;
    }

    /** Works on a batch of the orders that are due at {@code now}; says how many it took. */
    public int runDue(Instant now) {
        List<Claim> claims = dispatcher.store().claimDue(now, leaseFor, node, BATCH);
        for (Claim claim : claims) {
            workOn(claim, now);
        }
        return claims.size();
    }

    /** Works on one order; one that cannot be worked on must not keep the others waiting (D5). */
    private void workOn(Claim claim, Instant now) {
        try {
            work(claim, now);
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.error("Order {}: due work failed and is tried again in {}", claim.orderId(), PAUSE_AFTER_ERROR, broken);
            dispatcher.store().release(claim, now.plus(PAUSE_AFTER_ERROR));
        }
    }

    private void work(Claim claim, Instant now) {
        StoredOrder stored = dispatcher.store().load(claim.orderId()).orElse(null);
        if (stored == null || stored.leaseEpoch() != claim.leaseEpoch()) {
            return;
        }
        Order order = OrderDocument.read(stored.document());
        long revision = order.revision();
        for (Order next = step(order, claim, now); next != null; next = step(order, claim, now)) {
            order = next;
        }
        if (order.revision() == revision || !dispatcher.isAtRest(order, now)) {
            dispatcher
                    .store()
                    .release(new Claim(claim.orderId(), order.revision(), claim.leaseEpoch()), nextDue(order, now));
        }
    }

    /** When an order is to be worked on next; a kept action that cannot be decided now must not be asked for all the time. */
    private @Nullable Instant nextDue(Order order, Instant now) {
        return order.flow().isReadyForDeferred()
                ? now.plus(PAUSE_AFTER_ERROR)
                : dispatcher.decider().nextDue(order, dispatcher.processes().of(order));
    }

    private @Nullable Order step(Order order, Claim claim, Instant now) {
        Order next = effects(order, claim, now);
        if (next == null) {
            next = deferred(order, claim);
        }
        return next == null ? timer(order, claim, now) : next;
    }

    /** Performs the effects that are due, those first in their lanes; null if there are none. */
    private @Nullable Order effects(Order order, Claim claim, Instant now) {
        List<OwedEffect> due = due(order, now);
        if (due.isEmpty()) {
            return null;
        }
        Dispatcher.Answered answered =
                dispatcher.answer(order, dispatcher.performer().perform(order, due, now), claim.leaseEpoch(), true);
        return answered.decision() == null ? null : performNew(answered.decision(), claim);
    }

    private static List<OwedEffect> due(Order order, Instant now) {
        List<OwedEffect> due = new ArrayList<>(Lanes.heads(order));
        due.removeIf(effect -> effect.due().isAfter(now));
        return due;
    }

    /** Tries the action that was kept first; null if there is none, or none can be tried now. */
    private @Nullable Order deferred(Order order, Claim claim) {
        return order.flow().isReadyForDeferred() ? dispatcher.tryDeferred(order, claim.leaseEpoch(), true) : null;
    }

    /** Fires the timer that was due first; null if none is due or can fire now. */
    private @Nullable Order timer(Order order, Claim claim, Instant now) {
        List<Timer> due = new ArrayList<>(order.flow().timers());
        due.removeIf(timer -> timer.due().isAfter(now));
        due.sort((one, other) -> one.due().compareTo(other.due()));
        for (Timer timer : due) {
            FireTimer command = new FireTimer(order.id(), timer.name(), timer.epoch());
            Decision decision = dispatcher
                    .decider()
                    .fire(order, command, dispatcher.processes().of(order), now);
            if (decision instanceof Decision.Accepted accepted) {
                return commit(accepted, command, claim, now);
            }
        }
        return null;
    }

    private @Nullable Order commit(Decision.Accepted accepted, FireTimer command, Claim claim, Instant now) {
        CommitResult result = dispatcher
                .store()
                .commit(Commits.of(
                        accepted,
                        command,
                        claim.leaseEpoch(),
                        dispatcher.nextDue(accepted),
                        now,
                        dispatcher.isAtRest(accepted, now)));
        if (result == CommitResult.COMMITTED) {
            return performNew(accepted, claim);
        }
        StoredOrder stored = dispatcher.store().load(claim.orderId()).orElse(null);
        return stored == null || stored.leaseEpoch() != claim.leaseEpoch()
                ? null
                : OrderDocument.read(stored.document());
    }

    private Order performNew(Decision.Accepted accepted, Claim claim) {
        return dispatcher.perform(accepted, claim.leaseEpoch(), true).order();
    }
}
