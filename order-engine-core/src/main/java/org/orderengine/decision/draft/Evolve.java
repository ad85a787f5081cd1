package org.orderengine.decision.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Flow;
import org.orderengine.model.Order;

/**
 * The fold of an order's events: every order is the result of its events (F5).
 *
 * <ol>
 *   <li>{@link #apply} folds one event into the order.
 *   <li>{@link #commit} folds the events of one commit, and raises the revision by one.
 * </ol>
 *
 * <p>Each family of events has a table of folds of its own. Together the tables hold every type of event; an event without a
 * fold is an error.
 *
 * <pre>{@code
 * Order order = null;
 * for (TimelineEntry entry : timeline) {
 *     order = Evolve.commit(order, entry.events());
 * }
 * }</pre>
 *
 * <p>Safe for any number of threads.
 */
public final class Evolve {

    /** What an event of each type makes of an order. */
    static final Folds<Order, Event> FOLDS = new Folds<Order, Event>()
            .on(Event.OrderPlaced.class, (order, placed) -> placed.order())
            .on(Event.AddressesChanged.class, (order, changed) -> order.withCustomer(changed.customer()))
            .on(Event.OrderAnnotated.class, (order, annotated) -> order.withAnnotations(annotated.annotations()))
            .on(Event.OrderPromised.class, (order, promised) -> order.withPromisedAt(promised.promisedAt()))
            .on(
                    Event.PersonalDataErased.class,
                    (order, erased) ->
                            order.withFlow(order.flow().withErasure(null).unstuck()))
            .on(Event.OrderReinstated.class, Evolve::reinstated)
            .on(Event.ProcessMigrated.class, Evolve::migrated)
            .all(FlowFolds.FOLDS, Order::flow, Order::withFlow)
            .all(GoodsFolds.FOLDS, Order::books, Evolve::withBooks)
            .all(MoneyFolds.FOLDS, Order::books, Evolve::withBooks)
            .all(ParcelFolds.FOLDS, Order::books, Evolve::withBooks)
            .all(ReturnFolds.FOLDS, Order::books, Evolve::withBooks)
            .all(BenefitFolds.FOLDS, Order::books, Evolve::withBooks);

    private Evolve() {}

    /**
     * The order after an event.
     *
     * @param order the order before it; null before the first
     */
    public static Order apply(@Nullable Order order, Event event) {
        if (order != null) {
            return FOLDS.apply(order, event);
        }
        if (event instanceof Event.OrderPlaced placed) {
            return placed.order();
        }
        throw new IllegalArgumentException("the first event of an order is not that it was placed, but " + event);
    }

    /**
     * The order after one commit.
     *
     * @param order the order before it; null before the first
     * @param events its events
     */
    public static Order commit(@Nullable Order order, List<Event> events) {
        Order evolved = order;
        for (Event event : events) {
            evolved = apply(evolved, event);
        }
        if (evolved == null) {
            throw new IllegalArgumentException("a commit without events");
        }
        return evolved.atRevision(order == null ? 1 : order.revision() + 1);
    }

    private static Order reinstated(Order order, Event.OrderReinstated event) {
        return order.withBooks(GoodsFolds.reinstated(order.books(), event.lapse()))
                .withFlow(order.flow().withLapse(null));
    }

    private static Order migrated(Order order, Event.ProcessMigrated event) {
        Flow flow = order.flow()
                .withPosition(event.position())
                .withRuns(event.runs())
                .withEffects(event.effects())
                .withTimers(event.timers());
        return order.withProcess(event.to()).withFlow(flow);
    }

    /** A change that waits for stock cannot be taken back any more once something else has changed what it would restore. */
    private static Order withBooks(Order order, Books books) {
        Order evolved = order.withBooks(books);
        Books before = order.books();
        boolean restorable = order.flow().change() == null
                || (before.lines().equals(books.lines())
                        && before.shipping().equals(books.shipping())
                        && before.charges().equals(books.charges())
                        && isSame(before.coupons(), books.coupons()));
        return restorable ? evolved : evolved.withFlow(order.flow().withChange(null));
    }

    /** Whether an order carries the same coupons, however far they are. */
    private static boolean isSame(List<Coupon> before, List<Coupon> after) {
        return before.equals(after)
                || before.stream()
                        .map(Coupon::code)
                        .toList()
                        .equals(after.stream().map(Coupon::code).toList());
    }
}
