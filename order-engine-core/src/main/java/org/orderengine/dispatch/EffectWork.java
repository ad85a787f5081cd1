package org.orderengine.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.AnswerEffects.Answer;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.effect.EffectResult;
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
        List<OwedEffect> unbegun = List.of();
        Problem declined = null;
        while (true) {
            List<OwedEffect> owed = NewlyOwed.by(latest, unbegun);
            if (owed.isEmpty()) {
                return new Finished(latest.order(), declined);
            }
            OrderSession current = session.at(latest.order());
            Performed performed = call(current, owed);
            unbegun = inTime(session, performed.unbegun());
            Answered answered = book(current, performed.answers());
            if (declined == null) {
                declined = answered.declined();
            }
            if (answered.decision() == null) {
                return new Finished(answered.order(), declined);
            }
            latest = answered.decision();
        }
    }

    /** The effects that this thread can still begin; another one takes up the others. */
    private List<OwedEffect> inTime(OrderSession session, List<OwedEffect> effects) {
        boolean hasRoom = !effects.isEmpty()
                && session.lease(effects, performer.callTimeout()).hasRoomUntil(performer.deadline());
        return hasRoom ? effects : List.of();
    }

    /** Calls the services for effects of an order, as long as no other thread may take them up. */
    Performed call(OrderSession session, List<OwedEffect> effects) {
        return performer.perform(session.order(), effects, session.lease(effects, performer.callTimeout()));
    }

    /** The result of booking answers: the order afterwards, and the commit that booked them; null if they were not booked. */
    record Answered(Order order, Decision.@Nullable Accepted decision, @Nullable Problem declined) {

        static Answered unbooked(Order order) {
            return new Answered(order, null, null);
        }
    }

    /**
     * Books answers, on the order as another commit may have left it. If another node claimed the order meanwhile, it performs itself what it
     * has begun; what was answered with done is booked all the same, since both call under one key.
     */
    Answered book(OrderSession session, List<Answer> answers) {
        if (answers.isEmpty()) {
            return Answered.unbooked(session.order());
        }
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
                tell(accepted);
                return new Answered(accepted.order(), accepted, declined(accepted));
            }
            OrderSession stored = current.reload();
            if (!stored.isUnderLeaseOf(current)) {
                command = new AnswerEffects(command.orderId(), stillOurs(command.answers(), session, stored, now));
            }
            if (command.answers().isEmpty()) {
                return Answered.unbooked(stored.order());
            }
            current = stored;
        }
        LOG.warn(
                "Order {} changed {} times while answers were booked; they are asked for again",
                command.orderId(),
                Dispatcher.MAX_ATTEMPTS);
        return Answered.unbooked(current.order());
    }

    /** Tells people what waits for them after an answer. */
    private static void tell(Decision.Accepted accepted) {
        for (Event event : accepted.events()) {
            if (event instanceof Event.WorkStuck stuck) {
                LOG.error(
                        "Order {}: {}: an answer is booked, and the step that follows it cannot be taken",
                        accepted.order().id(),
                        stuck.stuck().problem().code());
            } else if (event instanceof Event.EffectPostponed parked
                    && parked.problem() != null
                    && parked.problem().code().equals(Codes.ANSWER_UNBOOKABLE)) {
                LOG.error(
                        "Order {}: {}: what was answered to effect {} waits for a person",
                        accepted.order().id(),
                        Codes.ANSWER_UNBOOKABLE,
                        parked.effect());
            }
        }
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

    /** The answers that count when another node has claimed the order since they were asked for. */
    private static List<Answer> stillOurs(List<Answer> answers, OrderSession before, OrderSession stored, Instant now) {
        List<Answer> ours = new ArrayList<>(answers);
        ours.removeIf(answer -> !(answer.result() instanceof EffectResult.Done)
                && !isUntouched(answer, before.order(), stored.order(), now));
        return ours;
    }

    /** Whether no other node performs or has performed an effect that was answered: it is as it was, and not due yet. */
    private static boolean isUntouched(Answer answer, Order before, Order stored, Instant now) {
        OwedEffect effect = stored.flow().effect(answer.effect());
        return effect == null
                || (effect.equals(before.flow().effect(answer.effect()))
                        && effect.due().isAfter(now));
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
