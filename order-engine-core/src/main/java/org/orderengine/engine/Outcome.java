package org.orderengine.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;

/** What became of a command. A business refusal is a value, never an exception. */
public sealed interface Outcome {

    /**
     * It was taken.
     *
     * @param order the order as it stands now; busy while a service's answer is awaited
     * @param deferred whether it arrived while the order was busy and was kept until the order comes to rest; the order's flow
     *     says whether it still is, and its history what became of it
     */
    record Accepted(Order order, boolean deferred) implements Outcome {

        /** Taken at once. */
        public Accepted(Order order) {
            this(order, false);
        }
    }

    /**
     * It was not taken, or a service said no to it.
     *
     * @param kind which of the two
     * @param code why, for programs; {@code docs/errors.md} explains each
     * @param message why, for people
     * @param allowed the actions that would be taken now, sorted
     * @param order the order as it stands; null where there is none
     */
    record Rejected(Kind kind, String code, String message, List<String> allowed, @Nullable Order order)
            implements Outcome {
        public Rejected {
            allowed = List.copyOf(allowed);
        }
    }

    /** How a command was rejected. */
    enum Kind {
        /** Nothing changed, and nothing was written. */
        REFUSED,
        /** It was taken, but a host's service said no, and the order is where its definition sends it. */
        DECLINED
    }

    /** Whether it was taken. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
