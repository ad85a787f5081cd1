package org.orderengine.decision.draft;

import java.util.List;
import org.orderengine.event.Event;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;

/** The decision on one command. Immutable, so safe for any number of threads. */
public sealed interface Decision {

    /**
     * The command is taken.
     *
     * @param order the order afterwards, at its next revision
     * @param events the events to be committed together
     */
    public record Accepted(Order order, List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is taken already, or changes nothing: there is nothing to commit. */
    public record Unchanged() implements Decision {}

    /**
     * The command is refused, and nothing changes (F3).
     *
     * @param problem why
     */
    public record Refused(Problem problem) implements Decision {}
}
