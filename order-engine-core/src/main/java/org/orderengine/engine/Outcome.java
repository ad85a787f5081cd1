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
     */
    record Accepted(Order order) implements Outcome {}

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
