package org.orderengine.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.model.Order;
import org.orderengine.model.Phase;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.QueryRefusedException;
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

    /**
     * The orders of those ids that there are, in the order of the ids; an id that is named twice counts once.
     *
     * @throws UnreadableOrderException if what is stored of one cannot be read
     */
    List<Order> findAll(Collection<String> orderIds);

    /**
     * Everything that a page about one order shows; empty if there is no such order. Each action of its process is explained as {@link
     * #explain(String, String)} does, without payload.
     */
    Optional<OrderDetail> detail(String orderId);

    /**
     * Waits on the calling thread until an order is at rest: until it is not busy, or a person has to resolve something of it.
     *
     * <p>The store is read again and again, at first every few milliseconds and later ten times a second.
     *
     * @param atMost how long to wait in real time
     * @return the order at rest, or as it stands when the time is up or the thread is interrupted; empty if there is no such order
     */
    Optional<Order> awaitRest(String orderId, Duration atMost);

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
     * The orders that match, as the criteria sort them. A list that begins after a command was accepted shows what it committed.
     *
     * @param after the cursor to go on from, as the last slice gave it for the same criteria; null to begin
     * @param limit the most orders, from 1
     * @throws QueryRefusedException if it is too wide, or the cursor does not fit
     */
    OrderSlice list(OrderCriteria criteria, @Nullable String after, int limit);

    /**
     * The work that waits for a person, of the orders that match, newest order first: parked effects, orders whose due work cannot be
     * done, and orders that cannot be read.
     *
     * @param criteria which orders; the condition that they are parked is added
     * @param after the place to go on from, as the last slice gave it; null to begin
     * @param limit the most orders, from 1; one order can have several parked effects
     */
    ParkedSlice parked(OrderCriteria criteria, @Nullable String after, int limit);

    /**
     * The number of orders that match, counted up to a thousand.
     *
     * @throws QueryRefusedException if it is too wide
     */
    OrderCount count(OrderCriteria criteria);

    /**
     * The number of orders that match for each value in a column, each counted up to a thousand; values without any are left out.
     *
     * @param by a column whose values are known: the state, the phase, the process, and the states of payment, fulfilment and returns
     * @throws QueryRefusedException if it is too wide
     */
    Map<String, OrderCount> counts(OrderCriteria criteria, OrderColumn<String> by);

    /**
     * The number of orders that match, by state, each counted up to a thousand; states without any are left out. An order counts for
     * each active state and for those around it, so the numbers may sum to more than the orders.
     *
     * @throws QueryRefusedException if it is too wide
     */
    default Map<String, OrderCount> countByState(OrderCriteria criteria) {
        return counts(criteria, OrderColumn.STATE);
    }

    /**
     * Sums over the orders that match, in no order: how many they are, what they cost, and what was captured and given back.
     *
     * @param by the columns of text whose values make groups; each currency is a group of its own anyway
     * @param isByDay whether each day in UTC on which orders were placed is a group of its own
     * @throws QueryRefusedException if these may be more than a hundred thousand orders
     */
    List<OrderSum> sums(OrderCriteria criteria, List<OrderColumn<String>> by, boolean isByDay);

    /**
     * How the orders that match went through their processes: how many took each transition, and how long they rested in each state. The
     * history of each is read, so this takes seconds for thousands of orders.
     *
     * @return a flow for each version of a process that one of them follows; orders whose process the engine was not given are left out
     * @throws QueryRefusedException if these are more than {@link ProcessFlow#MOST} orders
     */
    List<ProcessFlow> flow(OrderCriteria criteria);

    /** The instant when the next order falls due; empty when none ever does. */
    Optional<Instant> nextDue();
}
