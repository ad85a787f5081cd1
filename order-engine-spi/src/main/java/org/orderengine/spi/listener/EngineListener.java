package org.orderengine.spi.listener;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.By;

/**
 * A listener to one engine at work, for metrics, traces and alerts.
 *
 * <pre>{@code
 * builder.listener(new EngineListener() {
 *     public void effectPerformed(EffectPerformed performed) {
 *         metrics.timer("effect", performed.effect(), performed.answer().name()).record(performed.duration());
 *     }
 * });
 * }</pre>
 *
 * <p>What a listener may rely on:
 *
 * <ul>
 *   <li>It hears what this engine did, after it was done. Nothing is told twice, and nothing is told after a crash: what must not be missed is
 *       read from the history.
 *   <li>Durations come from a monotonic clock.
 *   <li>What a listener throws breaks nothing: it goes to the logger {@code org.orderengine.cause}, and the next listener is told.
 *   <li>What a listener does with the engine itself is not told.
 * </ul>
 *
 * <p>Called on the thread that did the work, which waits: a slow listener makes orders slow. Called by many threads at a time.
 */
public interface EngineListener {

    /** A command was decided, carried through, and is about to be answered. */
    default void commandDecided(CommandDecided decided) {}

    /** A host's service was called for an effect, or asked what became of one. */
    default void effectPerformed(EffectPerformed performed) {}

    /** A timer fired, and its commit is written. */
    default void timerFired(TimerFired fired) {}

    /** Work was left to a person, and its commit is written. */
    default void workParked(WorkParked parked) {}

    /** The store was called. */
    default void storeCalled(StoreCalled called) {}

    /** Code of the host threw. The message may hold personal data. */
    default void hostThrew(HostThrew threw) {}

    /**
     * A command that was decided.
     *
     * @param orderId the order
     * @param action the action's name; {@code place}, {@code migrate} and {@code resolve} for the other commands
     * @param commandId the command's id, where it has one
     * @param result what became of it
     * @param code why it was refused or declined; null otherwise
     * @param duration the time from the call to its answer, services included
     * @param by who gave it, and why
     */
    record CommandDecided(
            String orderId,
            String action,
            @Nullable String commandId,
            Result result,
            @Nullable String code,
            Duration duration,
            By by) {

        /** What became of a command. */
        public enum Result {
            /** It was taken. */
            ACCEPTED,
            /** It is kept, and tried when the order comes to rest; that is told as a command of its own. */
            DEFERRED,
            /** It had nothing to change. */
            UNCHANGED,
            /** It was refused, and nothing changed. */
            REFUSED,
            /** It was taken, and a service said no. */
            DECLINED
        }
    }

    /**
     * A call of a host's service.
     *
     * @param orderId the order
     * @param effect the kind of work, such as {@code payment.capture}
     * @param effectId the effect within its order
     * @param isQuery whether the service was asked what became of an earlier call
     * @param answer the answer; {@code UNKNOWN} also where the call threw
     * @param attempt the number of this call or query for the effect, from 1
     * @param duration how long the call took
     */
    record EffectPerformed(
            String orderId,
            String effect,
            String effectId,
            boolean isQuery,
            Answer answer,
            int attempt,
            Duration duration) {

        /** What a service answered. */
        public enum Answer {
            /** The work is done. */
            DONE,
            /** The service says no for good. */
            DECLINED,
            /** The work was certainly not done. */
            FAILED,
            /** The work may have been done. */
            UNKNOWN
        }
    }

    /**
     * A timer that fired.
     *
     * @param orderId the order
     * @param timer the timer's name; for the timer of a payment, shipment or return with its id
     */
    record TimerFired(String orderId, String timer) {}

    /**
     * Work that waits for a person.
     *
     * @param orderId the order
     * @param effectId the effect; null where the order itself is stuck
     * @param effect the kind of work; null where the order itself is stuck
     * @param code why
     * @param until when it is tried again by itself; null where only a person goes on with it
     */
    record WorkParked(
            String orderId, @Nullable String effectId, @Nullable String effect, String code, @Nullable Instant until) {}

    /**
     * A call of the store.
     *
     * @param operation the method of the store
     * @param orderId the order, for a method that is about one
     * @param failed whether it threw
     * @param duration how long it took
     */
    record StoreCalled(String operation, @Nullable String orderId, boolean failed, Duration duration) {}

    /**
     * Something thrown by code of the host.
     *
     * @param what the code, in words: {@code guard "member"}
     * @param orderId the order, where it is known
     * @param cause what was thrown
     */
    record HostThrew(String what, @Nullable String orderId, Throwable cause) {}
}
