package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.AnswerEffects.Answer;
import org.orderengine.decision.effect.EffectOrder;
import org.orderengine.decision.flow.AnswerCheck;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * Effects of one order as they are performed one after another. For each:
 *
 * <ol>
 *   <li>leave it owed if it waits for one that was left, or if what was answered has to be booked first;
 *   <li>leave it owed if the circuit of its service is open, and remember when to come back;
 *   <li>call the service, once for each of its parts; leave it owed as soon as one call is not answered with done.
 * </ol>
 *
 * <p>Belongs to one thread.
 */
final class PerformingRound {

    private final Performer performer;
    private final Order order;
    private final Lease lease;
    private final List<Answer> answers = new ArrayList<>();
    private final List<OwedEffect> left = new ArrayList<>();
    private final List<OwedEffect> unbegun = new ArrayList<>();
    /** The references of authorizations, by payment. A capture performed after one needs it before the books have it. */
    private final Map<String, String> references = new HashMap<>();

    private @Nullable Instant heldUntil;

    PerformingRound(Performer performer, Order order, Lease lease) {
        this.performer = performer;
        this.order = order;
        this.lease = lease;
    }

    void perform(OwedEffect effect) {
        if (EffectOrder.waitsForAny(order, effect, left)) {
            left.add(effect);
        } else if (isOver()) {
            left.add(effect);
            unbegun.add(effect);
        } else if (!isDone(effect)) {
            left.add(effect);
        }
    }

    /** The result of the round. */
    Performed performed() {
        return new Performed(answers, unbegun, heldUntil == null ? null : heldUntil.plus(spread()));
    }

    /**
     * Whether nothing further is begun: a call might outlast the lease, or an outcome is not known, which has to be booked before another
     * thread may take the effect up (P4).
     */
    private boolean isOver() {
        return !answers.isEmpty()
                && (!lease.hasRoomUntil(performer.deadline())
                        || isOpen(answers.get(answers.size() - 1).result()));
    }

    private static boolean isOpen(EffectResult result) {
        return result instanceof EffectResult.Unknown || result instanceof EffectResult.Pending;
    }

    /** Calls the service for an effect, part by part where it has parts. Returns whether all of it is done. */
    private boolean isDone(OwedEffect effect) {
        Circuit circuit = performer.circuit(order, effect);
        OwedEffect asked = effect;
        while (call(asked, circuit) instanceof EffectResult.Done done && AnswerCheck.isBookable(asked, done)) {
            if (asked.nextPart() > 0) {
                asked = asked.afterPart(done.backordered(), done.missing());
            }
            if (asked.nextPart() == 0) {
                remember(effect, done);
                return true;
            }
        }
        return false;
    }

    /** The answer of the service to an effect or to its next part; null if the service is not called for now. */
    private @Nullable EffectResult call(OwedEffect effect, Circuit circuit) {
        Instant deadline = performer.deadline();
        if (!answers.isEmpty() && !lease.hasRoomUntil(deadline)) {
            return null;
        }
        Instant openUntil = circuit.enter(performer.now(), deadline);
        if (openUntil != null) {
            heldUntil = heldUntil == null || openUntil.isBefore(heldUntil) ? openUntil : heldUntil;
            return null;
        }
        EffectResult result = performer.call(order, effect, references.get(effect.subject()), deadline, circuit);
        answers.add(new Answer(effect.id(), effect.nextPart(), result));
        return result;
    }

    private void remember(OwedEffect effect, EffectResult.Done done) {
        if (done.reference() != null && EffectKind.PAYMENT_AUTHORIZE.is(effect)) {
            references.put(effect.subject(), done.reference());
        }
    }

    /** Spreads the return of many orders to a service after a pause, without randomness. */
    private Duration spread() {
        return Duration.ofMillis(Math.floorMod(order.id().hashCode() * 0x9E3779B1, 5000));
    }
}
