package org.orderengine.feed;

import java.time.Instant;
import java.util.List;
import org.orderengine.event.Event;
import org.orderengine.model.By;
import org.orderengine.spi.store.OrderIndex;

/**
 * One commit of one order, as followers are given it.
 *
 * <p>It may be given more than once. Order id and revision together tell that: an order's revisions come in their order, so who has seen a
 * revision of an order has seen all before it.
 *
 * @param position its place in the feed, an opaque text
 * @param orderId the order
 * @param revision the revision that the commit made
 * @param at when it was decided
 * @param by who gave the command that led to it, and why
 * @param columns the columns as the commit left them; its terms are not among them
 * @param events what happened, the cause first
 */
public record FeedEntry(
        String position, String orderId, long revision, Instant at, By by, OrderIndex columns, List<Event> events) {

    public FeedEntry {
        events = List.copyOf(events);
    }
}
