package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the host's services for the effects that orders owe. Any exception of host code becomes an answer.
 *
 * <p>Safe for any number of threads; a service is called on the thread that calls.
 */
final class Performer {

    private static final Logger LOG = LoggerFactory.getLogger(Performer.class);

    private final HostServices services;
    private final HostCalls calls;
    private final InstantSource time;

    Performer(HostServices services, HostCalls calls, InstantSource time) {
        this.services = services;
        this.calls = calls;
        this.time = time;
    }

    /**
     * Performs effects one after another, and the parts of one too, each call with a deadline of its own. Where effects build on each other,
     * as a capture does on its authorization, the later ones are left owed as soon as an earlier one is not done; and all that are left are,
     * once a further call might outlast the lease.
     */
    Performed perform(Order order, List<OwedEffect> effects, Lease lease) {
        PerformingRound round = new PerformingRound(this, order, lease);
        effects.forEach(round::perform);
        return round.performed();
    }

    /** Whether the service of an effect is called. */
    Circuit circuit(Order order, OwedEffect effect) {
        return calls.circuit(services.service(order, effect));
    }

    Instant now() {
        return time.instant();
    }

    Duration callTimeout() {
        return calls.timeout();
    }

    /** When a call that begins now should have come back. */
    Instant deadline() {
        return calls.deadline();
    }

    /** Calls the service of an effect, which its circuit permits, or queries an earlier call. */
    @SuppressWarnings("CatchThrowable") // host code may throw anything, and the order has to go on
    EffectResult call(Order order, OwedEffect effect, @Nullable String reference, Instant deadline, Circuit circuit) {
        String intent = order.id() + "/" + effect.id();
        String key = effect.nextPart() == 0 ? intent : intent + "/" + effect.nextPart();
        CallContext call = new CallContext(order.id(), key, deadline, effect.attempts() + 1, effect.asked());
        HostCalls.Call around = calls.begin(effect.name(), deadline);
        try {
            EffectResult result = effect.status() == OwedEffect.Status.UNKNOWN
                    ? services.query(order, effect, call)
                    : services.call(order, effect, reference, call);
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
            return failed(order, effect, thrown);
        } finally {
            calls.end(around);
            circuit.leave(deadline);
        }
    }

    private static EffectResult failed(Order order, OwedEffect effect, Throwable thrown) {
        String type = thrown.getClass().getName();
        LOG.warn("Order {}: {} threw {}; it counts as failed", order.id(), effect.name(), type);
        return effect.status() == OwedEffect.Status.UNKNOWN
                ? EffectResult.unknown("asking threw " + type)
                : EffectResult.failed(effect.name() + " threw " + type);
    }

    /** Tells the circuit whether the service answered. A decline is an answer. */
    private void tell(Circuit circuit, OwedEffect effect, boolean answered) {
        if (answered) {
            circuit.answered();
        } else if (circuit.failed(time.instant())) {
            LOG.warn("{} keeps failing and is left alone for a while", effect.name());
        }
    }

    /** A query counts as answered when the service says that the call is unknown or was never done. */
    private static boolean isAnswer(OwedEffect effect, EffectResult result) {
        return effect.status() == OwedEffect.Status.UNKNOWN
                || !(result instanceof EffectResult.Unknown
                        || (result instanceof EffectResult.Failed failed && failed.retryable()));
    }
}
