package org.orderengine.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.AnswerEffects.Answer;
import org.orderengine.decision.draft.Decision;
import org.orderengine.event.Event;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.spi.store.CommitResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what commits owe:
 *
 * <ol>
 *   <li>call the services for the effects that a commit owes newly;
 *   <li>book their answers by a commit of its own, anew on the order as it then stands if another commit came first;
 *   <li>begin again with what that commit owes, until one owes nothing.
 * </ol>
 *
 * <p>Safe for any number of threads; each works on a session of its own.
 */
final class EffectWork {

    private static final Logger LOG = LoggerFactory.getLogger(EffectWork.class);

    private final Decisions decisions;
    private final Performer performer;
    private final EngineClock clock;

    EffectWork(Decisions decisions, Performer performer, EngineClock clock) {
        this.decisions = decisions;
        this.performer = performer;
        this.clock = clock;
    }

    /** The result of performing a commit: the order afterwards, and why a service declined, if one did. */
    record Finished(Order order, @Nullable Problem declined) {}

    /** Performs what a commit of a session owes, and then what the answers owe, until nothing new is owed. */
    Finished perform(OrderSession session, Decision.Accepted committed) {
        Decision.Accepted latest = committed;
        Problem declined = null;
        while (true) {
            List<OwedEffect> owed = NewlyOwed.by(latest);
            if (owed.isEmpty()) {
                return new Finished(latest.order(), declined);
            }
            OrderSession current = session.at(latest.order());
            Answered answered = book(current, call(current.order(), owed).answers());
            if (declined == null) {
                declined = answered.declined();
            }
            if (answered.decision() == null) {
                return new Finished(answered.order(), declined);
            }
            latest = answered.decision();
        }
    }

    /** Calls the services for effects of an order. */
    Performed call(Order order, List<OwedEffect> effects) {
        return performer.perform(order, effects, clock.now());
    }

    /** The result of booking answers: the order afterwards, and the commit that booked them; null if they were not booked. */
    record Answered(Order order, Decision.@Nullable Accepted decision, @Nullable Problem declined) {

        static Answered unbooked(Order order) {
            return new Answered(order, null, null);
        }
    }

    /**
     * Books answers, on the order as another commit may have left it. If another node claimed the order meanwhile, answers are booked
     * only for effects that it has not begun; the others it performs itself.
     */
    Answered book(OrderSession session, List<Answer> answers) {
        AnswerEffects command = new AnswerEffects(session.order().id(), answers);
        OrderSession current = session;
        for (int attempt = 0; attempt < Dispatcher.MAX_ATTEMPTS; attempt++) {
            Instant now = clock.now();
            Decision decision = decisions.decide(current.order(), command, now);
            if (decision instanceof Decision.Refused refused) {
                return refused(current, refused.problem());
            }
            if (!(decision instanceof Decision.Accepted accepted)) {
                return Answered.unbooked(current.order());
            }
            if (current.commit(accepted, command, now) == CommitResult.COMMITTED) {
                return new Answered(accepted.order(), accepted, declined(accepted));
            }
            OrderSession stored = current.reload();
            if (!stored.isUnderLeaseOf(current) && !areUntouched(answers, session.order(), stored.order(), now)) {
                return Answered.unbooked(stored.order());
            }
            current = stored;
        }
        throw new IllegalStateException("Order " + command.orderId() + " changed " + Dispatcher.MAX_ATTEMPTS
                + " times while answers were booked; they are asked for again");
    }

    /** The effects stay owed, and fall due: due work that is refused is put off and written down. */
    private static Answered refused(OrderSession session, Problem problem) {
        if (session.isClaimed()) {
            throw new RefusedWorkException(problem);
        }
        LOG.error(
                "Order {}: {}: what services answered cannot be booked",
                session.order().id(),
                problem.code());
        return Answered.unbooked(session.order());
    }

    /** Whether no other node performs or has performed the effects that were answered: they are as they were, and not due yet. */
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

    private static @Nullable Problem declined(Decision.Accepted accepted) {
        for (Event event : accepted.events()) {
            if (event instanceof Event.EffectDeclined declined) {
                return declined.problem();
            }
        }
        return null;
    }
}
