package org.orderengine.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.model.Order;
import org.orderengine.model.Phase;

/**
 * Everything that a page about one order shows.
 *
 * @param order the order as it was last committed
 * @param phase the phase of its life that it is in; null where its process says nothing of it
 * @param allowed the actions that it would take now, some of them only with what has to go with them
 * @param actions every action of its process, by name, explained as if nothing went with it: whether it would be taken, and if not, why
 * @param waits what it waits for, and for whom
 * @param parked the work of it that waits for a person
 * @param timeline what happened to it, earliest first
 */
public record OrderDetail(
        Order order,
        @Nullable Phase phase,
        List<String> allowed,
        List<ActionExplanation> actions,
        List<Waiting> waits,
        List<ParkedEffect> parked,
        List<TimelineEntry> timeline) {

    /** Copies the lists. */
    public OrderDetail {
        allowed = List.copyOf(allowed);
        actions = List.copyOf(actions);
        waits = List.copyOf(waits);
        parked = List.copyOf(parked);
        timeline = List.copyOf(timeline);
    }
}
