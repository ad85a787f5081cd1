package org.orderengine.orders;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.decision.draft.Evolve;
import org.orderengine.event.Event;
import org.orderengine.json.EventsDocument;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.spi.store.StoredOrder;

/**
 * Reads orders: single ones, their history, and lists.
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
public final class OrderService {

    private static final int HISTORY_BATCH = 500;

    private final OrderStore store;
    private final ActionExplainer explainer;
    private final InstantSource time;

    /** A service on the orders of a store. Engines make one. */
    public OrderService(OrderStore store, ActionExplainer explainer, InstantSource time) {
        this.store = store;
        this.explainer = explainer;
        this.time = time;
    }

    /** The order of that id, as it was last committed. */
    public Optional<Order> find(String orderId) {
        return store.load(orderId).map(stored -> OrderDocument.read(stored.document()));
    }

    /** Everything that happened to an order, earliest first; empty if there is no such order. */
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
    public List<String> allowed(Order order) {
        return explainer.allowed(order, time.instant());
    }

    /**
     * Explains whether an action without payload would be accepted now: by which transition, what each guard says, and what would
     * follow.
     *
     * <p>The code that decides the action decides this. Nothing is committed, and no service is called but the read-only ones that an
     * action like {@code modify} is priced by.
     */
    public ActionExplanation explain(String orderId, String action) {
        return explain(Action.on(orderId, action).build());
    }

    /** Explains whether an action with its payload would be accepted now, like {@link #explain(String, String)}. */
    public ActionExplanation explain(Action action) {
        Problem problem = explainer.problem(action);
        return problem == null
                ? explainer.explain(find(action.orderId()).orElse(null), action, time.instant())
                : ActionExplanation.refused(action.orderId(), action.name(), problem);
    }

    /**
     * The orders that match, newest first.
     *
     * @param after the place to go on from, as the last slice gave it; null to begin
     * @param limit the most orders, from 1
     */
    public OrderSlice list(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit) {
        OrderPage page = store.find(criteria, after, limit);
        return new OrderSlice(
                page.orders().stream()
                        .map(stored -> OrderDocument.read(stored.document()))
                        .toList(),
                page.next());
    }

    /**
     * The work that waits for a person, of the orders that match, newest order first: parked effects, and orders whose due work cannot
     * be done.
     *
     * @param criteria which orders; the condition that they are parked is added
     * @param after the place to go on from, as the last slice gave it; null to begin
     * @param limit the most orders, from 1; one order can have several parked effects
     */
    public ParkedSlice parked(OrderCriteria criteria, OrderPage.@Nullable Cursor after, int limit) {
        OrderPage page = store.find(criteria.where(OrderColumn.PARKED, Operator.IS, true), after, limit);
        List<ParkedEffect> parked = new ArrayList<>();
        List<StuckOrder> stuck = new ArrayList<>();
        for (StoredOrder stored : page.orders()) {
            Order order = OrderDocument.read(stored.document());
            parked.addAll(ParkedEffect.of(order));
            if (order.flow().stuck() != null) {
                stuck.add(new StuckOrder(order.id(), order.flow().stuck()));
            }
        }
        return new ParkedSlice(parked, stuck, page.next());
    }

    /** The number of orders that match, by state; states without any are left out. */
    public Map<String, Long> countByState(OrderCriteria criteria) {
        return store.countByState(criteria);
    }

    /** The instant when the next order falls due; empty when none ever does. */
    public Optional<Instant> nextDue() {
        return store.nextDue();
    }
}
