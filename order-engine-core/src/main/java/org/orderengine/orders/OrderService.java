package org.orderengine.orders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.model.Order;
import org.orderengine.model.Phase;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.spi.store.StoredOrder;

/**
 * Reads orders: single ones, their history, and lists. Engines hand it out.
 *
 * <pre>{@code
 * OrderService orders = engine.orders();
 * orders.find("o-1");
 * orders.timeline("o-1");
 * orders.explain("o-1", "ship");
 * orders.list(OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "ann"), null, 20);
 * }</pre>
 *
 * <p>Every method reads what is committed, and throws {@link StoreUnavailableException} where the store cannot be reached.
 *
 * <p>Safe for any number of threads.
 */
public interface OrderService {

    /**
     * The order of that id, as it was last committed.
     *
     * @throws UnreadableOrderException if what is stored cannot be read; {@link #raw} shows it
     */
    Optional<Order> find(String orderId);

    /** What is stored of the order of that id, whether it can be read or not: for a person who has to mend it. */
    Optional<StoredOrder> raw(String orderId);

    /**
     * Everything that happened to an order, earliest first; empty if there is no such order.
     *
     * @throws UnreadableOrderException if a row of its history cannot be read
     */
    List<TimelineEntry> timeline(String orderId);

    /** The phase of its life that an order is in, as its process says; empty where its process says nothing of it. */
    Optional<Phase> phase(Order order);

    /** The names of the actions that the order would take now, sorted. */
    List<String> allowed(Order order);

    /**
     * Explains whether an action without payload would be accepted now: by which transition, what each guard says, and what would
     * follow.
     *
     * <p>The code that decides the action decides this. Nothing is committed, and no service is called but the read-only ones that an
     * action like {@code modify} is priced by.
     */
    ActionExplanation explain(String orderId, String action);

    /** Explains whether an action with its payload would be accepted now, like {@link #explain(String, String)}. */
    ActionExplanation explain(Action action);

    /**
     * The orders that match, newest first.
     *
     * @param after the place to go on from, as the last slice gave it; null to begin
     * @param limit the most orders, from 1
     */
    OrderSlice list(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit);

    /**
     * The work that waits for a person, of the orders that match, newest order first: parked effects, orders whose due work cannot be
     * done, and orders that cannot be read.
     *
     * @param criteria which orders; the condition that they are parked is added
     * @param after the place to go on from, as the last slice gave it; null to begin
     * @param limit the most orders, from 1; one order can have several parked effects
     */
    ParkedSlice parked(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit);

    /** The number of orders that match, by state; states without any are left out. */
    Map<String, Long> countByState(OrderCriteria criteria);

    /** The instant when the next order falls due; empty when none ever does. */
    Optional<Instant> nextDue();
}
