package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.AnswerEffects.Answer;
import org.orderengine.decision.effect.Lanes;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.policy.CircuitPolicy;
import org.orderengine.process.EffectKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the host's services for what orders owe. Whatever host code throws becomes an answer; nothing escapes. */
final class Performer {

    private static final Logger LOG = LoggerFactory.getLogger(Performer.class);

    private final ServiceCalls calls;
    private final Duration callTimeout;
    private final Circuits circuits;
    private final CallsUnderWay underWay = new CallsUnderWay();
    private final InstantSource time;

    Performer(HostServices services, Duration callTimeout, CircuitPolicy policy, InstantSource time) {
        this.calls = new ServiceCalls(services);
        this.callTimeout = callTimeout;
        this.circuits = new Circuits(policy);
        this.time = time;
    }

    /**
     * Performs effects one after another, and the parts of one too. Where effects build on each other, as a capture does on its
     * authorization, the later ones are left owed as soon as an earlier one is not done.
     */
    Performed perform(Order order, List<OwedEffect> effects, Instant now) {
        List<Answer> answers = new ArrayList<>(effects.size());
        List<OwedEffect> stopped = new ArrayList<>();
        Map<String, String> references = new HashMap<>();
        Instant heldUntil = null;
        for (OwedEffect effect : effects) {
            if (Lanes.waitsForAny(order, effect, stopped)) {
                stopped.add(effect);
                continue;
            }
            Circuit circuit = circuits.of(calls.service(order, effect));
            Instant deadline = now.plus(callTimeout);
            Instant closed = circuit.enter(now, deadline);
            if (closed != null) {
                heldUntil = earlier(heldUntil, closed);
                stopped.add(effect);
                continue;
            }
            EffectResult result = perform(order, effect, references.get(effect.subject()), deadline, circuit);
            answers.add(new Answer(effect.id(), effect.nextPart(), result));
            OwedEffect asked = effect;
            while (closed == null && result instanceof EffectResult.Done done && asked.nextPart() > 0) {
                asked = asked.afterPart(done.backordered(), done.missing());
                if (asked.nextPart() > 0) {
                    closed = circuit.enter(now, deadline);
                    if (closed == null) {
                        result = perform(order, asked, null, deadline, circuit);
                        answers.add(new Answer(asked.id(), asked.nextPart(), result));
                    }
                }
            }
            if (closed != null) {
                heldUntil = earlier(heldUntil, closed);
                stopped.add(effect);
            } else if (!(result instanceof EffectResult.Done done)) {
                stopped.add(effect);
            } else if (done.reference() != null && EffectKind.PAYMENT_AUTHORIZE.is(effect)) {
                references.put(effect.subject(), done.reference());
            }
        }
        return new Performed(answers, heldUntil == null ? null : heldUntil.plus(spread(order)));
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    /** The calls that have not come back. */
    CallsUnderWay underWay() {
        return underWay;
    }

    /** Spreads the return of many orders to a service that was left alone, without chance. */
    private static Duration spread(Order order) {
        return Duration.ofMillis(Math.floorMod(order.id().hashCode() * 0x9E3779B1, 5000));
    }

    /** Tells the circuit how a call went: an answer of the service, whatever it says, or none. */
    private void tell(Circuit circuit, OwedEffect effect, boolean answered) {
        if (answered) {
            circuit.answered();
        } else if (circuit.failed(time.instant())) {
            LOG.warn("{} keeps failing and is left alone for a while", effect.name());
        }
    }

    /** Asking what became of a call is answered also by not knowing it, or by that it was never done. */
    private static boolean isAnswer(OwedEffect effect, EffectResult result) {
        return effect.status() == OwedEffect.Status.UNKNOWN
                || !(result instanceof EffectResult.Unknown
                        || (result instanceof EffectResult.Failed failed && failed.retryable()));
    }

    @SuppressWarnings("CatchThrowable") // host code may throw anything, and the order has to go on whatever it is
    private EffectResult perform(
            Order order, OwedEffect effect, @Nullable String reference, Instant deadline, Circuit circuit) {
        String intent = order.id() + "/" + effect.id();
        String key = effect.nextPart() == 0 ? intent : intent + "/" + effect.nextPart();
        CallContext call = new CallContext(order.id(), key, deadline, effect.attempts() + 1);
        underWay.begin(deadline);
        try {
            EffectResult result = effect.status() == OwedEffect.Status.UNKNOWN
                    ? calls.query(order, effect, call)
                    : calls.call(order, effect, reference, call);
            if (result == null) {
                result = EffectResult.unknown(effect.name() + " answered nothing");
            }
            tell(circuit, effect, isAnswer(effect, result));
            return result;
        } catch (Throwable thrown) {
            if (thrown instanceof ThreadDeath || thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            tell(circuit, effect, false);
            LOG.warn(
                    "Order {}: {} threw {}; it counts as failed",
                    order.id(),
                    effect.name(),
                    thrown.getClass().getName());
            return effect.status() == OwedEffect.Status.UNKNOWN
                    ? EffectResult.unknown("asking threw " + thrown.getClass().getName())
                    : EffectResult.failed(
                            effect.name() + " threw " + thrown.getClass().getName());
        } finally {
            underWay.end();
            circuit.leave(deadline);
        }
    }
}
