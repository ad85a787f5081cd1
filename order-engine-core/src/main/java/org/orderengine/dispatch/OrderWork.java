package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.Command;
import org.orderengine.command.FireTimer;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.flow.Agenda;
import org.orderengine.decision.flow.Rest;
import org.orderengine.model.By;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Stuck;
import org.orderengine.model.Timer;
import org.orderengine.model.TimerKey;
import org.orderengine.spi.store.CommitResult;

/**
 * The work on one claimed order, at one instant:
 *
 * <ol>
 *   <li>perform, or ask for, the effects that are due;
 *   <li>where there are none, try the action that was kept first;
 *   <li>where there is none, fire the timer that was due first;
 *   <li>where there is none, take the step that an answer led to and that could not be taken then;
 *   <li>begin again, until none of these does anything, or a call might outlast the lease; then give the lease back, unless the last commit
 *       did;
 *   <li>erase personal data where that was asked for, and nothing else is left to do.
 * </ol>
 *
 * <p>Used once, by one thread.
 */
final class OrderWork {

    private static final Duration PAUSE_OF_KEPT = Duration.ofMinutes(1);

    /** The most firings of one timer at one instant. A timer may be due again when it has fired, but not for ever. */
    private static final int MAX_FIRINGS = 20;

    private final DueParts parts;
    private final HostCalls calls;
    private final Instant now;
    private final Map<TimerKey, Integer> fired = new HashMap<>();
    private @Nullable Stuck before;
    private @Nullable Instant heldUntil;
    private boolean asked;

    OrderWork(DueParts parts, HostCalls calls, Instant now) {
        this.parts = parts;
        this.calls = calls;
        this.now = now;
    }

    /** Does what is due, and gives the lease back. */
    void work(OrderSession claimed) {
        before = claimed.order().flow().stuck();
        OrderSession session = claimed;
        for (OrderSession next = step(session); next != null; next = furtherStep(session)) {
            session = next;
        }
        if (Rest.owesErasure(session.order()) && isErased(session.order())) {
            // Under an epoch of its own, so that there is no lease to give back.
            return;
        }
        boolean isCommitted = session.order().revision() != claimed.order().revision();
        if (!isCommitted || !session.isAtRest(now)) {
            session.release(comeBackFor(session));
        }
    }

    /** Erases an order that is over; false where it is not, by now. */
    private boolean isErased(Order order) {
        By by = order.flow().erasure();
        Handled handled = by == null ? null : parts.upkeep().erase(order.id(), by);
        if (!(handled instanceof Handled.Refused refused)) {
            return handled != null;
        }
        if (refused.problem().code().equals(Codes.ORDER_OPEN)) {
            return false;
        }
        throw new RefusedWorkException(refused.problem());
    }

    /**
     * When the order is due next. A kept action that cannot be decided now is tried again after a pause; effects wait until their
     * service may be called again.
     */
    private @Nullable Instant comeBackFor(OrderSession session) {
        if (session.order().flow().isReadyForDeferred()) {
            return now.plus(PAUSE_OF_KEPT);
        }
        Instant next = session.nextDue(now);
        return next != null && heldUntil != null && next.isBefore(heldUntil) ? heldUntil : next;
    }

    private @Nullable OrderSession step(OrderSession session) {
        Order next = effects(session);
        if (next == null) {
            next = keptAction(session);
        }
        if (next != null) {
            return session.at(next);
        }
        OrderSession fired = timer(session);
        return fired == null ? owedStep(session) : fired;
    }

    private @Nullable OrderSession furtherStep(OrderSession session) {
        return session.hasRoomUntil(calls.deadline()) ? step(session) : null;
    }

    /** Takes the step that leads out of a busy state which owes nothing any more; null if there is none. */
    private @Nullable OrderSession owedStep(OrderSession session) {
        if (!Agenda.owesStep(session.order())) {
            return null;
        }
        AnswerEffects none = new AnswerEffects(session.order().id(), List.of());
        Decision decision = parts.decisions().decide(session.order(), none, now);
        if (decision instanceof Decision.Refused refused) {
            throw new RefusedWorkException(refused.problem());
        }
        return decision instanceof Decision.Accepted accepted ? commit(session, accepted, none) : null;
    }

    /** Performs the effects that are due and wait for no other; null if there are none. */
    private @Nullable Order effects(OrderSession session) {
        List<OwedEffect> due = session.dueEffects(now, !asked);
        asked = true;
        if (due.isEmpty()) {
            return null;
        }
        Performed performed = parts.effects().call(session, due);
        heldUntil = performed.heldUntil();
        if (performed.answers().isEmpty()) {
            return null;
        }
        EffectWork.Answered answered = parts.effects().book(session, performed.answers());
        return answered.decision() == null
                ? null
                : parts.effects().perform(session, answered.decision()).order();
    }

    /** Tries the action that was kept first; null if there is none, or none can be tried now. */
    private @Nullable Order keptAction(OrderSession session) {
        return session.order().flow().isReadyForDeferred() ? parts.kept().tryFirst(session) : null;
    }

    /** Fires the timer that was due first; null if none is due or can fire now. */
    private @Nullable OrderSession timer(OrderSession session) {
        Order order = session.order();
        List<Timer> due = new ArrayList<>(order.flow().timers());
        due.removeIf(timer -> timer.due().isAfter(now));
        due.sort(Comparator.comparing(Timer::due));
        for (Timer timer : due) {
            FireTimer command = new FireTimer(order.id(), timer.name(), timer.epoch());
            Decision decision = parts.decisions().decide(order, command, now);
            if (decision instanceof Decision.Refused refused) {
                throw new RefusedWorkException(refused.problem());
            }
            if (decision instanceof Decision.Accepted accepted) {
                requireNotEndless(order, timer);
                return commit(session, accepted, command);
            }
        }
        return null;
    }

    /** Throws if a timer fires too often at one instant. A timer that was found endless before may fire once. */
    private void requireNotEndless(Order order, Timer timer) {
        int times = fired.merge(timer.key(), 1, Integer::sum) - 1;
        boolean isKnown = before != null && before.problem().code().equals(Codes.TIMER_ENDLESS);
        if (times >= (isKnown ? 1 : MAX_FIRINGS)) {
            throw new EndlessTimersException(order.id(), timer.name(), times, before);
        }
    }

    /** Commits a step and performs what it owes; null if another node claimed the order. */
    private @Nullable OrderSession commit(OrderSession session, Decision.Accepted accepted, Command command) {
        if (session.commit(accepted, command, now) == CommitResult.COMMITTED) {
            return session.at(parts.effects().perform(session, accepted).order());
        }
        OrderSession stored = session.reload();
        return stored.isUnderLeaseOf(session) ? stored : null;
    }
}
