package org.orderengine.orders;

import org.orderengine.json.DocumentException;

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
import org.orderengine.spi.store.OrderStore;
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
     * The order of that id.
     *
     * @throws DocumentException if what is stored cannot be read; {@link #raw} shows it
     */
    public Optional<Order> find(String orderId) {
        return store.load(orderId).map(stored -> OrderDocument.read(orderId, stored.document()));
    }

    /** What is stored of the order of that id, whether it can be read or not: for a person who has to mend it. */
    public Optional<StoredOrder> raw(String orderId) {
        return store.load(orderId);
    }

    /**
     * Everything that happened to an order, earliest first; empty if there is none of that id.
     *
     * @throws DocumentException if a row of its history cannot be read
     */
    public List<TimelineEntry> timeline(String orderId) {
        List<TimelineEntry> timeline = new ArrayList<>();
        Order order = null;
        List<HistoryRow> rows = store.history(orderId, 1, HISTORY_BATCH);
        while (!rows.isEmpty()) {
            long last = 0;
            for (HistoryRow row : rows) {
                List<Event> events = EventsDocument.read(row.events());
                order = Evolve.commit(order, events);
                timeline.add(new TimelineEntry(row.revision(), row.at(), events, order));
                last = row.revision();
            }
            rows = rows.size() < HISTORY_BATCH ? List.of() : store.history(orderId, last + 1, HISTORY_BATCH);
        }
        return timeline;
    }

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
    public OrderSlice list(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit) {
        OrderPage page = store.find(criteria, after, limit);
        List<String> unreadable = new ArrayList<>();
        return new OrderSlice(read(page, unreadable), unreadable, page.next());
    }

    /** The orders of a page that can be read; the ids of the others are added. */
    private static List<Order> read(OrderPage page, List<String> unreadable) {
        List<Order> orders = new ArrayList<>();
        for (StoredOrder stored : page.orders()) {
            try {
                orders.add(OrderDocument.read(stored.orderId(), stored.document()));
            } catch (DocumentException damaged) {
                unreadable.add(stored.orderId());
            }
        }
        return orders;
    }

    /**
     * What waits for a person, of the orders that match, newest order first: parked effects, orders whose due work
     * cannot be done, and those that cannot be read.
     *
     * @param criteria which orders; the condition that they are parked is added
     * @param after the place to go on from, as the last slice gave it; null to begin
     * @param limit the most orders, from 1; one order can have several parked effects
     */
    public ParkedSlice parked(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit) {
        OrderPage page = store.find(criteria.where(OrderColumn.PARKED, Operator.IS, true), after, limit);
        List<ParkedEffect> parked = new ArrayList<>();
        List<StuckOrder> stuck = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Order order : read(page, unreadable)) {
            parked.addAll(ParkedEffect.of(order));
            if (order.flow().stuck() != null) {
                stuck.add(new StuckOrder(order.id(), order.flow().stuck()));
            }
        }
        return new ParkedSlice(parked, stuck, unreadable, page.next());
    }

    /** The number of orders that match, by state; states without any are left out. */
    Map<String, Long> countByState(OrderCriteria criteria);

    /** The instant when the next order falls due; empty when none ever does. */
    Optional<Instant> nextDue();
}
