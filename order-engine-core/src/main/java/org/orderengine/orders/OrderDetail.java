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
 * @param actions every action of its process, by name: whether it would be taken now, and if not, why
 * @param waits what it waits for, and for whom
 * @param parked the work of it that waits for a person
 * @param timeline what happened to it, earliest first
 */
public record OrderDetail(
        Order order,
        @Nullable Phase phase,
        List<ActionExplanation> actions,
        List<Waiting> waits,
        List<ParkedEffect> parked,
        List<TimelineEntry> timeline) {

    /** Copies the lists. */
    public OrderDetail {
        actions = List.copyOf(actions);
        waits = List.copyOf(waits);
        parked = List.copyOf(parked);
        timeline = List.copyOf(timeline);
    }

    /** The detail of an order, of which the rest is known already. */
    public static OrderDetail of(
            Order order, @Nullable Phase phase, List<ActionExplanation> actions, List<TimelineEntry> timeline) {
        return new OrderDetail(order, phase, actions, Waiting.of(order), ParkedEffect.of(order), timeline);
    }
}
