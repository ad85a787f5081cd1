package org.orderengine.command;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;

/**
 * The decision of a person on a parked effect.
 *
 * <p>Immutable, so safe for any number of threads.
 */
public sealed interface Resolution {

    /**
     * The service is to be called again, under the same idempotency key and with a fresh schedule. An effect whose outcome is
     * unknown is queried first, and called only after the service says that it was never done (P4).
     */
    record Retry() implements Resolution {}

    /**
     * The work was done: it is booked, and the order goes on.
     *
     * @param reference the service's own name of what it did, if it is known
     * @param amount for a payment, how much was promised or taken; null for all that was asked
     */
    record Done(@Nullable String reference, @Nullable Money amount) implements Resolution {}

    /**
     * It was not done and will not be: the order goes on as if the service had declined. Work that must happen anyway, such as a
     * refund, is owed again under a new id as long as the books ask for it.
     *
     * @param code why, in kebab-case, for programs
     * @param message why, for people
     */
    record Declined(String code, String message) implements Resolution {
        public Declined {
            Given.given(code, "the code of a decline");
            Given.given(message, "the message of a decline");
        }
    }

    /**
     * It was done and is not wanted: it is booked and undone, and so is the earlier work of its busy state.
     *
     * @param reference the service's own name of what it did, if it is known
     * @param amount for a payment, how much was promised or taken; null for all that was asked
     */
    record Reverse(@Nullable String reference, @Nullable Money amount) implements Resolution {}

    /** The service is to be called again. */
    static Resolution retry() {
        return new Retry();
    }

    /** It was done. */
    static Resolution done(@Nullable String reference) {
        return new Done(reference, null);
    }

    /** So much of a payment was promised or taken. */
    static Resolution done(@Nullable String reference, @Nullable Money amount) {
        return new Done(reference, amount);
    }

    /** It was not done and will not be. */
    static Resolution declined(String code, String message) {
        return new Declined(code, message);
    }

    /** It was done and is not wanted. */
    static Resolution reverse(@Nullable String reference) {
        return new Reverse(reference, null);
    }

    /** So much of a payment was promised or taken, and is not wanted. */
    static Resolution reverse(@Nullable String reference, @Nullable Money amount) {
        return new Reverse(reference, amount);
    }
}
