package org.orderengine.command;

import org.jspecify.annotations.Nullable;

/** What a person decided about a parked effect. */
public sealed interface Resolution {

    /**
     * The service is to be called again, under the same idempotency key and with a fresh schedule. An effect whose outcome is
     * not known is asked for first, and not called before the service says that it was never done (P4).
     */
    record Retry() implements Resolution {}

    /**
     * It was done: it is booked, and the order goes on.
     *
     * @param reference the service's own name of what it did, if it is known
     */
    record Done(@Nullable String reference) implements Resolution {}

    /**
     * It was not done and will not be: the order goes on as if the service had said no. What an order owes the outside
     * whatever is said, such as a refund, is owed anew as another intent as long as its books say so.
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
     * It was done and is not wanted: it is booked and undone, with whatever its busy state did before it.
     *
     * @param reference the service's own name of what it did, if it is known
     */
    record Reverse(@Nullable String reference) implements Resolution {}

    /** The service is to be called again. */
    static Resolution retry() {
        return new Retry();
    }

    /** It was done. */
    static Resolution done(@Nullable String reference) {
        return new Done(reference);
    }

    /** It was not done and will not be. */
    static Resolution declined(String code, String message) {
        return new Declined(code, message);
    }

    /** It was done and is not wanted. */
    static Resolution reverse(@Nullable String reference) {
        return new Reverse(reference);
    }
}
