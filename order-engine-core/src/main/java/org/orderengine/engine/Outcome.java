package org.orderengine.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;

/**
 * The outcome of a command. A refusal for reasons of business is a value, never an exception.
 *
 * <pre>{@code
 * Outcome outcome = engine.execute(Action.on("o-1", "pay").build());
 * if (outcome instanceof Outcome.Accepted accepted) {
 *     show(accepted.order().totals());
 * } else if (outcome instanceof Outcome.Rejected rejected) {
 *     show(rejected.code(), rejected.message(), rejected.allowed());
 * }
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 */
public sealed interface Outcome {

    /**
     * The command was taken.
     *
     * @param order the order as it stands now; it is busy while it waits for a service's answer
     * @param deferred whether the order was busy and kept the command until it comes to rest. The order's flow says whether it still
     *     does, and its history says what became of the command
     */
    record Accepted(Order order, boolean deferred) implements Outcome {

        /** The command was taken at once. */
        public Accepted(Order order) {
            this(order, false);
        }
    }

    /**
     * The command was not taken, or a service declined it. A {@link Preview} and a {@link ReverseQuote} give it for what would be refused.
     *
     * @param kind which of the two
     * @param code why, for programs; {@code docs/errors.md} explains each
     * @param message why, for people
     * @param allowed the actions that would be taken now, sorted
     * @param order the order as it stands; null where there is no such order
     */
    record Rejected(Kind kind, String code, String message, List<String> allowed, @Nullable Order order)
            implements Outcome, Preview, ReverseQuote {
        public Rejected {
            allowed = List.copyOf(allowed);
        }

        /** Without the message where a service wrote it. */
        @Override
        public String toString() {
            return "Rejected[kind=" + kind + ", code=" + code + (kind == Kind.REFUSED ? ", message=" + message : "")
                    + ", allowed=" + allowed + ", order=" + order + "]";
        }

        @Override
        public boolean isAccepted() {
            return false;
        }
    }

    /** How a command was rejected. */
    enum Kind {
        /** Nothing changed, and nothing was written. */
        REFUSED,
        /** The command was taken, but a service declined it. The order is where its definition sends it then. */
        DECLINED
    }

    /** Whether the command was taken. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }
}
