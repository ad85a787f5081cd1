package org.orderengine.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.LineQuantity;
import org.orderengine.policy.ReservePolicy;

/**
 * What a service answered when it was called for an effect.
 *
 * <p>A service returns one of these for everything that it can foresee. Whatever it throws instead counts as {@link
 * Failed} and may be retried; where the call may have had its effect all the same, it must return {@link Unknown}.
 */
public sealed interface EffectResult {

    /**
     * It is done, now or by an earlier call with the same idempotency key.
     *
     * @param reference the service's own name of what it did
     * @param backordered for a reservation: units that were promised without being there
     * @param missing for a reservation under {@link ReservePolicy#PARTIAL}: units that are neither held nor promised
     */
    record Done(@Nullable String reference, List<LineQuantity> backordered, List<LineQuantity> missing)
            implements EffectResult {
        /** Done, and nothing more to say. */
        public static final Done DONE = new Done(null, List.of());

        public Done {
            backordered = List.copyOf(backordered);
            missing = List.copyOf(missing);
        }

        /** Done, with nothing missing. */
        public Done(@Nullable String reference, List<LineQuantity> backordered) {
            this(reference, backordered, List.of());
        }
    }

    /**
     * It is known which locations a reservation is to be asked of. No service answers this: the engine does, when it has asked the
     * inventory what is where, and the allocator which of it to take. Nothing is held yet.
     *
     * @param parts what to ask of which location
     * @param rest what is not there, and the location that is asked for it all the same; null if all is there
     */
    record Allocated(List<AllocatedPart> parts, @Nullable AllocatedPart rest) implements EffectResult {
        public Allocated {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The service says no, nothing was done, and asking again will not help.
     *
     * @param code why, in kebab-case, for programs: {@code out-of-stock}, {@code card-declined}
     * @param message why, for people
     */
    record Declined(String code, String message) implements EffectResult {}

    /**
     * The answer was lost: it may be done or not. The engine asks with {@code query} until it knows, and makes no second
     * attempt meanwhile (P4).
     *
     * @param message what happened, for people
     */
    record Unknown(String message) implements EffectResult {}

    /**
     * It was certainly not done.
     *
     * @param message what went wrong, for people
     * @param retryable whether the same call may succeed later
     */
    record Failed(String message, boolean retryable) implements EffectResult {}

    /** Done, and nothing more to say. */
    static Done done() {
        return Done.DONE;
    }

    /** Done, under the service's own {@code reference}. */
    static Done done(String reference) {
        return new Done(reference, List.of());
    }

    /** The service says no. */
    static Declined declined(String code, String message) {
        return new Declined(code, message);
    }

    /** The answer was lost. */
    static Unknown unknown(String message) {
        return new Unknown(message);
    }

    /** It was certainly not done, and may succeed later. */
    static Failed failed(String message) {
        return new Failed(message, true);
    }
}
