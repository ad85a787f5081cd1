package org.orderengine.decision.draft;

import java.util.List;
import org.orderengine.event.Event;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;

/** What was decided on a command. */
public sealed interface Decision {

    /**
     * It is taken.
     *
     * @param order the order afterwards, at its next revision
     * @param events what happened, to be committed together
     */
    public record Accepted(Order order, List<Event> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It is taken already, or has nothing to change: there is nothing to commit. */
    public record Unchanged() implements Decision {}

    /**
     * It is refused: nothing changes (F3).
     *
     * @param problem why
     */
    public record Refused(Problem problem) implements Decision {}
}
