package org.orderengine.orders;

import java.time.Instant;
import java.util.List;
import org.orderengine.event.Event;
import org.orderengine.model.By;
import org.orderengine.model.Order;

/**
 * One commit in the life of an order.
 *
 * @param revision the revision that it made
 * @param at when it was decided
 * @param by who gave the command that led to it, and why
 * @param events what happened, the cause first
 * @param order the order as it stood afterwards
 */
public record TimelineEntry(long revision, Instant at, By by, List<Event> events, Order order) {

    public TimelineEntry {
        events = List.copyOf(events);
    }
}
