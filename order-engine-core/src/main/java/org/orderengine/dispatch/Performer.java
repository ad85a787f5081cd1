package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.NotDoneException;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.spi.listener.EngineListener;
import org.orderengine.spi.listener.EngineListener.EffectPerformed.Answer;
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
        long begun = calls.listeners().clock();
        boolean asks = effect.status() == OwedEffect.Status.UNKNOWN;
        try {
            EffectResult result = asks ? services.query(order, effect, call) : null;
            if (result == null && (!asks || services.isRepeatable(effect))) {
                asks = false;
                result = services.call(order, effect, reference, call);
            }
            if (result == null) {
                result = EffectResult.unknown(effect.name() + " answered nothing");
            }
            tell(circuit, effect, asks || isAnswer(result));
            performed(order, effect, asks, result, begun);
            return result;
        } catch (Throwable thrown) {
            if (thrown instanceof ThreadDeath || thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            EffectResult result = thrown(order, effect, asks, thrown);
            performed(order, effect, asks, result, begun);
            return result;
        } finally {
            calls.end(around);
            circuit.leave(deadline);
        }
    }

    private void performed(Order order, OwedEffect effect, boolean asks, EffectResult result, long begun) {
        Listeners listeners = calls.listeners();
        if (listeners.isEmpty() || result instanceof EffectResult.Allocated) {
            return;
        }
        listeners.tell(
                EngineListener::effectPerformed,
                new EngineListener.EffectPerformed(
                        order.id(),
                        effect.name(),
                        effect.id().toString(),
                        asks,
                        answer(result),
                        effect.attempts() + 1,
                        listeners.since(begun)));
    }

    private static Answer answer(EffectResult result) {
        if (result instanceof EffectResult.Done) {
            return Answer.DONE;
        }
        if (result instanceof EffectResult.Declined) {
            return Answer.DECLINED;
        }
        return result instanceof EffectResult.Failed ? Answer.FAILED : Answer.UNKNOWN;
    }

    /** Only a call that says so itself was certainly not done; a query that says so speaks of itself. */
    private EffectResult thrown(Order order, OwedEffect effect, boolean asks, Throwable thrown) {
        boolean isNotDone = !asks && thrown instanceof NotDoneException;
        Throwable cause = isNotDone && thrown.getCause() != null ? thrown.getCause() : thrown;
        calls.listeners().threw(effect.name(), order.id(), cause);
        String type = cause.getClass().getName();
        LOG.warn(
                "Order {}: {} threw {}; it counts as {}",
                order.id(),
                effect.name(),
                type,
                isNotDone ? "failed" : "unknown");
        if (circuit(order, effect).threw(cause, time.instant())) {
            LOG.warn("{} keeps failing and is left alone for a while", effect.name());
        }
        if (isNotDone) {
            return EffectResult.failed(String.valueOf(thrown.getMessage()));
        }
        return EffectResult.unknown((asks ? "asking for " : "") + effect.name() + " threw " + type);
    }

    /** Tells the circuit whether the service answered. A decline is an answer. */
    private void tell(Circuit circuit, OwedEffect effect, boolean answered) {
        if (answered) {
            circuit.answered();
        } else if (circuit.failed(time.instant())) {
            LOG.warn("{} keeps failing and is left alone for a while", effect.name());
        }
    }

    /** Whether a service answered a call. A query is answered whatever it says. */
    private static boolean isAnswer(EffectResult result) {
        return !(result instanceof EffectResult.Unknown
                || (result instanceof EffectResult.Failed failed && failed.retryable()));
    }
}
