package org.orderengine.dispatch;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.AnswerEffects.Answer;
import org.orderengine.command.Command;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.effect.Lanes;
import org.orderengine.decision.flow.Decider;
import org.orderengine.event.Event;
import org.orderengine.json.EventsDocument;
import org.orderengine.json.Fingerprint;
import org.orderengine.json.OrderDocument;
import org.orderengine.machine.MachineException;
import org.orderengine.model.EffectId;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries commands through: load, decide, commit, and perform what the commit owes. Decides again on the new state whenever
 * another commit came first, so that each command is decided on what the one before it left (F6).
 */
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int MAX_ATTEMPTS = 100;

    private final OrderStore store;
    private final Decider decider;
    private final Processes processes;
    private final Deciding deferred;
    private final Performer performer;
    private final InstantSource time;

    Dispatcher(
            OrderStore store,
            Decider decider,
            Processes processes,
            Deciding deferred,
            Performer performer,
            InstantSource time) {
        this.store = store;
        this.decider = decider;
        this.processes = processes;
        this.deferred = deferred;
        this.performer = performer;
        this.time = time;
    }

    /** Carries a command through. */
    public Handled handle(Command command, Deciding deciding) {
        Order order = null;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            StoredOrder stored = store.load(command.orderId()).orElse(null);
            order = stored == null ? null : OrderDocument.read(stored.document());
            if (stored != null && isBehindDeferred(command, order, stored.leaseEpoch())) {
                continue;
            }
            Instant now = now();
            Decision decision = deciding.decide(order, now);
            if (decision instanceof Decision.Refused refused) {
                Handled earlier = replay(command);
                return earlier == null ? new Handled.Refused(refused.problem(), order) : earlier;
            }
            if (decision instanceof Decision.Previewed previewed) {
                return new Handled.Taken(previewed.order(), null, false);
            }
            if (!(decision instanceof Decision.Accepted accepted)) {
                return order == null
                        ? new Handled.Refused(
                                new Problem(Codes.UNKNOWN_ORDER, "there is no order " + command.orderId()), null)
                        : new Handled.Taken(order, null, false);
            }
            long epoch = stored == null ? 0 : stored.leaseEpoch();
            CommitResult result =
                    store.commit(Commits.of(accepted, command, epoch, nextDue(accepted.order(), now), now, false));
            if (result == CommitResult.COMMITTED) {
                Finished finished = perform(accepted, epoch, false);
                return new Handled.Taken(
                        settle(finished.order(), epoch), finished.declined(), isDeferral(accepted.events()));
            }
            if (result == CommitResult.DUPLICATE) {
                Handled earlier = replay(command);
                if (earlier != null) {
                    return earlier;
                }
            }
        }
        return new Handled.Refused(
                new Problem(
                        Codes.CONTENTION,
                        "Order " + command.orderId() + " changed " + MAX_ATTEMPTS + " times meanwhile; try again"),
                order);
    }

    /** What became of what a commit owed: the order afterwards, and why a service said no, if one did. */
    record Finished(Order order, @Nullable Problem declined) {}

    /** Performs what a commit owes, and what that leads to, until nothing new is owed. */
    Finished perform(Decision.Accepted committed, long epoch, boolean underClaim) {
        Decision.Accepted latest = committed;
        Problem declined = null;
        while (true) {
            List<OwedEffect> owed = newlyOwed(latest);
            if (owed.isEmpty()) {
                return new Finished(latest.order(), declined);
            }
            List<Answer> answers =
                    performer.perform(latest.order(), owed, now()).answers();
            Answered answered = answer(latest.order(), answers, epoch, underClaim);
            if (declined == null) {
                declined = answered.declined();
            }
            if (answered.decision() == null) {
                return new Finished(answered.order(), declined);
            }
            latest = answered.decision();
        }
    }

    /** What became of answers: the order afterwards, and the commit that booked them, unless somebody else did. */
    record Answered(Order order, Decision.@Nullable Accepted decision, @Nullable Problem declined) {}

    /**
     * Books answers, on the order as another commit may have left it. If it was claimed by somebody else meanwhile, they are booked
     * only as long as he leaves their effects to whoever owed them; later he performs them himself.
     */
    Answered answer(Order order, List<Answer> answers, long leaseEpoch, boolean underClaim) {
        AnswerEffects command = new AnswerEffects(order.id(), answers);
        Order current = order;
        long epoch = leaseEpoch;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Instant now = now();
            Decision decision = decider.answer(current, command, processes.of(current), now);
            if (!(decision instanceof Decision.Accepted accepted)) {
                return new Answered(current, null, null);
            }
            boolean releases = underClaim && isAtRest(accepted, now);
            CommitResult result =
                    store.commit(Commits.of(accepted, command, epoch, nextDue(accepted.order(), now), now, releases));
            if (result == CommitResult.COMMITTED) {
                return new Answered(accepted.order(), accepted, declined(accepted));
            }
            StoredOrder stored = store.load(order.id()).orElseThrow();
            current = OrderDocument.read(stored.document());
            if (stored.leaseEpoch() != epoch && !areUntouched(answers, order, current, now)) {
                return new Answered(current, null, null);
            }
            epoch = stored.leaseEpoch();
        }
        throw new IllegalStateException("Order " + order.id() + " changed " + MAX_ATTEMPTS
                + " times while answers were booked; they are asked for again");
    }

    /** Whether nobody else performs or has performed any of the effects that were answered: they are as they were, and not due yet. */
    private static boolean areUntouched(List<Answer> answers, Order before, Order now, Instant instant) {
        for (Answer answer : answers) {
            OwedEffect effect = now.flow().effect(answer.effect());
            if (effect != null
                    && (!effect.equals(before.flow().effect(answer.effect()))
                            || !effect.due().isAfter(instant))) {
                return false;
            }
        }
        return true;
    }

    /** Whether actions that arrived before a command were tried first: then it is decided on what they left. */
    private boolean isBehindDeferred(Command command, @Nullable Order order, long epoch) {
        return order != null
                && command instanceof Action
                && order.flow().isReadyForDeferred()
                && settle(order, epoch).revision() != order.revision();
    }

    /** Tries the actions that an order kept while it was busy, as long as it is at rest; gives the order afterwards. */
    private Order settle(Order order, long epoch) {
        Order current = order;
        while (current.flow().isReadyForDeferred()) {
            Order next = tryDeferred(current, epoch, false);
            if (next == null) {
                return OrderDocument.read(store.load(order.id()).orElseThrow().document());
            }
            current = next;
        }
        return current;
    }

    /**
     * Tries the action that an order kept first, and performs what it owes. Gives the order afterwards, or null if the action cannot
     * be decided now, or somebody else is at the order.
     */
    @Nullable
    Order tryDeferred(Order order, long epoch, boolean underClaim) {
        Order current = order;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Action action = decider.deferred(current).orElse(null);
            if (action == null) {
                return current;
            }
            Instant now = now();
            if (!(decideDeferred(current, now) instanceof Decision.Accepted accepted)) {
                return null;
            }
            boolean releases = underClaim && isAtRest(accepted, now);
            CommitResult result =
                    store.commit(Commits.of(accepted, action, epoch, nextDue(accepted.order(), now), now, releases));
            if (result == CommitResult.COMMITTED) {
                return perform(accepted, epoch, underClaim).order();
            }
            StoredOrder stored = store.load(order.id()).orElseThrow();
            current = OrderDocument.read(stored.document());
            if (stored.leaseEpoch() != epoch) {
                return null;
            }
        }
        return null;
    }

    /** Whoever's command brought the order to rest has his answer: a guard that throws now is no concern of his. */
    private Decision decideDeferred(Order order, Instant now) {
        try {
            return deferred.decide(order, now);
        } catch (MachineException thrown) {
            LOG.warn(
                    "Order {}: a kept action cannot be decided and is tried again later",
                    order.id(),
                    Redacted.of(thrown));
            return new Decision.Unchanged();
        }
    }

    private static boolean isDeferral(List<Event> events) {
        return events.get(0) instanceof Event.ActionDeferred;
    }

    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    OrderStore store() {
        return store;
    }

    Decider decider() {
        return decider;
    }

    Processes processes() {
        return processes;
    }

    Performer performer() {
        return performer;
    }

    /** When something is to happen by itself to an order as it stands at an instant. */
    @Nullable
    Instant nextDue(Order order, Instant now) {
        return decider.nextDue(order, processes.of(order), now);
    }

    /** The effects of an order that are to be performed or asked for at an instant. */
    List<OwedEffect> dueEffects(Order order, Instant now, boolean mayAsk) {
        return decider.dueEffects(order, processes.of(order), now, mayAsk);
    }

    /** Whether nothing more is to be done for an order at this instant, and nothing that the commit owes either. */
    boolean isAtRest(Decision.Accepted accepted, Instant now) {
        return newlyOwed(accepted).isEmpty() && isAtRest(accepted.order(), now);
    }

    /** Whether nothing is due for an order at this instant. */
    boolean isAtRest(Order order, Instant now) {
        Instant next = nextDue(order, now);
        return !order.flow().isReadyForDeferred() && (next == null || next.isAfter(now));
    }

    /** What a commit owes and can be performed at once: it does not wait for what was owed before. */
    private static List<OwedEffect> newlyOwed(Decision.Accepted accepted) {
        List<OwedEffect> owed = new ArrayList<>();
        for (Event event : accepted.events()) {
            if (event instanceof Event.EffectOwed one
                    && accepted.order().flow().effect(one.effect().id()) != null) {
                owed.add(one.effect());
            } else if (event instanceof Event.EffectAllotted allotted) {
                goOn(accepted.order(), allotted.effect(), owed);
            }
        }
        return Lanes.unobstructed(accepted.order(), owed);
    }

    /** A reservation goes on with the locations that it was allotted to, and so does what waits for it. */
    private static void goOn(Order order, EffectId reservation, List<OwedEffect> owed) {
        OwedEffect allotted = order.flow().effect(reservation);
        if (allotted == null || !allotted.isUntried() || owed.contains(allotted)) {
            return;
        }
        owed.add(allotted);
        List<OwedEffect> effects = order.flow().effects();
        for (OwedEffect effect : effects.subList(effects.indexOf(allotted) + 1, effects.size())) {
            if (Lanes.waits(order, effect, allotted) && effect.isUntried() && !owed.contains(effect)) {
                owed.add(effect);
            }
        }
    }

    private static @Nullable Problem declined(Decision.Accepted accepted) {
        for (Event event : accepted.events()) {
            if (event instanceof Event.EffectDeclined declined) {
                return declined.problem();
            }
        }
        return null;
    }

    /** The answer that a command got when it was taken before; null if it was not. */
    private @Nullable Handled replay(Command command) {
        String commandId = command.commandId();
        if (commandId == null) {
            return null;
        }
        Optional<HistoryRow> row = store.findCommand(command.orderId(), commandId);
        Optional<StoredOrder> stored = store.load(command.orderId());
        if (row.isEmpty() || stored.isEmpty()) {
            return null;
        }
        Order order = OrderDocument.read(stored.get().document());
        if (row.get().fingerprint() != Fingerprint.of(command)) {
            return new Handled.Refused(
                    new Problem(
                            Codes.COMMAND_ID_REUSED,
                            "Order " + order.id() + ": command id " + commandId + " was used at revision "
                                    + row.get().revision() + " for another command; give each command its own"),
                    order);
        }
        return new Handled.Taken(
                order,
                declinedSince(row.get(), order),
                isDeferral(EventsDocument.read(row.get().events())));
    }

    /** Why a service said no to what a commit owed: the outcome stands in one of the commits behind it. */
    private @Nullable Problem declinedSince(HistoryRow row, Order order) {
        for (HistoryRow later : store.history(order.id(), row.revision() + 1, 20)) {
            for (Event event : EventsDocument.read(later.events())) {
                if (event instanceof Event.EffectDeclined declined
                        && declined.effect().revision() == row.revision()) {
                    return declined.problem();
                }
            }
        }
        return null;
    }
}
