package org.orderengine.orders.stored;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.decision.draft.Evolve;
import org.orderengine.json.DocumentException;
import org.orderengine.json.EventsDocument;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Phase;
import org.orderengine.model.Problem;
import org.orderengine.orders.OrderCount;
import org.orderengine.orders.OrderDetail;
import org.orderengine.orders.OrderService;
import org.orderengine.orders.OrderSlice;
import org.orderengine.orders.ParkedEffect;
import org.orderengine.orders.ParkedSlice;
import org.orderengine.orders.ProcessFlow;
import org.orderengine.orders.StuckOrder;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.orders.UnreadableOrderException;
import org.orderengine.orders.Waiting;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.StoredOrder;

/** Reads orders of a store, and asks the deciding code what could be done with them. Safe for any number of threads. */
public final class StoredOrders implements OrderService {

    private static final int HISTORY_BATCH = 500;

    private static final int FLOW_BATCH = 200;

    private final OrderStore store;
    private final ActionExplainer explainer;
    private final InstantSource time;
    private final Querying querying;
    private final Function<Duration, Pauses> pauses;
    private final BiFunction<Stream<List<TimelineEntry>>, Instant, List<ProcessFlow>> flows;

    /**
     * Reads orders of a store.
     *
     * @param explainer says what could be done
     * @param time the time of what is asked now
     * @param querying what has to be known to ask for orders
     * @param pauses how a thread pauses between two looks at an order, for at most so long
     * @param flows how orders went through their processes, by their histories, as of an instant
     */
    public StoredOrders(
            OrderStore store,
            ActionExplainer explainer,
            InstantSource time,
            Querying querying,
            Function<Duration, Pauses> pauses,
            BiFunction<Stream<List<TimelineEntry>>, Instant, List<ProcessFlow>> flows) {
        this.store = store;
        this.explainer = explainer;
        this.time = time;
        this.querying = querying;
        this.pauses = pauses;
        this.flows = flows;
    }

    @Override
    public Optional<Order> find(String orderId) {
        return store.load(orderId).map(StoredOrders::read);
    }

    @Override
    public List<Order> findAll(Collection<String> orderIds) {
        List<Order> orders = new ArrayList<>();
        new LinkedHashSet<>(orderIds).forEach(id -> find(id).ifPresent(orders::add));
        return orders;
    }

    @Override
    public Optional<OrderDetail> detail(String orderId) {
        return find(orderId)
                .map(order -> new OrderDetail(
                        order,
                        explainer.phase(order),
                        allowed(order),
                        explainer.explainAll(order, time.instant()),
                        Waiting.of(order),
                        ParkedEffect.of(order),
                        timeline(orderId)));
    }

    @Override
    public Optional<Order> awaitRest(String orderId, Duration atMost) {
        Pauses pauses = this.pauses.apply(atMost);
        Optional<Order> order = find(orderId);
        while (order.filter(StoredOrders::isUnderWay).isPresent() && pauses.next()) {
            order = find(orderId);
        }
        return order;
    }

    private static boolean isUnderWay(Order order) {
        return order.flow().isBusy()
                && order.flow().effects().stream().noneMatch(effect -> effect.status() == OwedEffect.Status.PARKED);
    }

    private static Order read(StoredOrder stored) {
        try {
            return OrderDocument.read(stored.orderId(), stored.document());
        } catch (DocumentException damaged) {
            throw new UnreadableOrderException(stored.orderId(), damaged);
        }
    }

    @Override
    public Optional<StoredOrder> raw(String orderId) {
        return store.load(orderId);
    }

    @Override
    public List<TimelineEntry> timeline(String orderId) {
        List<TimelineEntry> timeline = new ArrayList<>();
        Order order = null;
        List<HistoryRow> rows = store.history(orderId, 1, HISTORY_BATCH);
        while (!rows.isEmpty()) {
            long last = 0;
            for (HistoryRow row : rows) {
                EventsDocument document = read(orderId, row);
                if (document.events().isEmpty()) {
                    // What is left of an order that was archived.
                    return timeline;
                }
                order = Evolve.commit(order, document.events());
                timeline.add(
                        new TimelineEntry(row.revision(), row.at(), Authors.of(document), document.events(), order));
                last = row.revision();
            }
            rows = rows.size() < HISTORY_BATCH ? List.of() : store.history(orderId, last + 1, HISTORY_BATCH);
        }
        return timeline;
    }

    private static EventsDocument read(String orderId, HistoryRow row) {
        try {
            return EventsDocument.whole(row.events());
        } catch (DocumentException damaged) {
            throw new UnreadableOrderException(orderId, damaged);
        }
    }

    @Override
    public Optional<Phase> phase(Order order) {
        return Optional.ofNullable(explainer.phase(order));
    }

    @Override
    public List<String> allowed(Order order) {
        return explainer.allowed(order, time.instant());
    }

    @Override
    public ActionExplanation explain(String orderId, String action) {
        return explain(Action.on(orderId, action).build());
    }

    @Override
    public ActionExplanation explain(Action action) {
        Problem problem = explainer.problem(action);
        return problem == null
                ? explainer.explain(find(action.orderId()).orElse(null), action, time.instant())
                : ActionExplanation.refused(action.orderId(), action.name(), problem);
    }

    @Override
    public OrderSlice list(OrderCriteria criteria, @Nullable String after, int limit) {
        OrderPage page = store.find(querying.sealed(criteria), after, limit);
        List<String> unreadable = new ArrayList<>();
        return new OrderSlice(read(page, unreadable), unreadable, page.next());
    }

    /** The orders of a page that can be read; the ids of the others are added. */
    private static List<Order> read(OrderPage page, List<String> unreadable) {
        List<Order> orders = new ArrayList<>();
        for (StoredOrder stored : page.orders()) {
            try {
                orders.add(read(stored));
            } catch (UnreadableOrderException damaged) {
                unreadable.add(damaged.orderId());
            }
        }
        return orders;
    }

    @Override
    public ParkedSlice parked(OrderCriteria criteria, @Nullable String after, int limit) {
        OrderPage page =
                store.find(querying.sealed(criteria).where(OrderColumn.PARKED, Operator.IS, true), after, limit);
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

    @Override
    public OrderCount count(OrderCriteria criteria) {
        long counted = store.count(querying.sealed(criteria), OrderCount.MOST + 1);
        return new OrderCount(Math.min(counted, OrderCount.MOST), counted > OrderCount.MOST);
    }

    @Override
    public Map<String, OrderCount> counts(OrderCriteria criteria, OrderColumn<String> by) {
        Map<String, OrderCount> counts = new TreeMap<>();
        for (String value : querying.values(by, criteria)) {
            OrderCount counted = count(criteria.where(by, Operator.IS, value));
            if (counted.orders() > 0) {
                counts.put(value, counted);
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    @Override
    public List<OrderSum> sums(OrderCriteria criteria, List<OrderColumn<String>> by, boolean isByDay) {
        return store.sums(querying.sealed(criteria), by, isByDay);
    }

    @Override
    public List<ProcessFlow> flow(OrderCriteria criteria) {
        OrderCriteria all = criteria.sorted(OrderSort.By.PLACED, false).walking();
        List<String> ids = new ArrayList<>();
        String next = null;
        do {
            OrderSlice slice = list(all, next, FLOW_BATCH);
            slice.orders().forEach(order -> ids.add(order.id()));
            next = slice.next();
        } while (next != null && ids.size() <= ProcessFlow.MOST);
        if (ids.size() > ProcessFlow.MOST) {
            throw QueryRefusedException.flowTooWide(criteria, ProcessFlow.MOST);
        }
        return flows.apply(ids.stream().map(this::timeline), time.instant());
    }

    @Override
    public Optional<Instant> nextDue() {
        return store.nextDue();
    }
}
