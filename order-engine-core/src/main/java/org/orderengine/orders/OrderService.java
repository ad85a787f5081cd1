package org.orderengine.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.model.Order;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;

/**
 * What can be read of orders. Safe for any number of threads; every method reads what is committed, and throws {@link
 * StoreUnavailableException} where the store cannot be reached.
 */
public interface OrderService {

    /** The order of that id. */
    Optional<Order> find(String orderId);

    /** Everything that happened to an order, earliest first; empty if there is none of that id. */
    List<TimelineEntry> timeline(String orderId);

    /** The actions that the order's process would take now, sorted. */
    List<String> allowed(Order order);

    /**
     * Whether an action without payload would be accepted now, by which transition, what each guard says, and what would follow.
     * Decided by the code that decides the action itself; nothing is committed or called, but for the read-only services that an
     * action like {@code modify} is priced by.
     */
    ActionExplanation explain(String orderId, String action);

    /** Whether an action would be accepted now and why, as {@link #explain(String, String)}, with its payload. */
    ActionExplanation explain(Action action);

    /**
     * The orders that match, newest first.
     *
     * @param after the place to go on from, as the slice before it said; null to begin
     * @param limit how many at most, from 1
     */
    OrderSlice list(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit);

    /**
     * What waits for a person, of the orders that match, newest order first: parked effects, and orders whose due work
     * cannot be done.
     *
     * @param criteria which orders; whether they are parked need not be said
     * @param after the place to go on from, as the slice before it said; null to begin
     * @param limit how many orders at most, from 1; one order can have several parked effects
     */
    ParkedSlice parked(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit);

    /** How many orders match, by state; states without any are left out. */
    Map<String, Long> countByState(OrderCriteria criteria);

    /** When the next order falls due; empty when none ever does. */
    Optional<Instant> nextDue();
}
