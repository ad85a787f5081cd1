package org.orderengine.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.action.FillBackorder;
import org.orderengine.model.Line;
import org.orderengine.model.Order;
import org.orderengine.orders.OrderSlice;
import org.orderengine.orders.UnreadableOrderException;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;

/**
 * Serves the orders that wait for goods, when goods arrive:
 *
 * <ol>
 *   <li>read the orders with units on backorder, and keep the ids of those that wait for the products that arrived;
 *   <li>sort them by when they were placed, the first one first;
 *   <li>have each ask for its units by a command, and count those that were given some.
 * </ol>
 *
 * <p>Holds ids only, however many wait. Safe for any number of threads.
 */
record Arrivals(OrderEngine engine) {

    private static final int BATCH = 100;

    private record Waiting(Instant placedAt, String orderId) {}

    int of(Set<String> skus) {
        int served = 0;
        for (Waiting waiting : oldestFirst(skus)) {
            Order order = find(waiting.orderId);
            Action fill = order == null ? null : fill(order, skus);
            if (order != null
                    && fill != null
                    && engine.execute(fill) instanceof Outcome.Accepted accepted
                    && backordered(accepted.order()) < backordered(order)) {
                served++;
            }
        }
        return served;
    }

    /** One that was damaged since it was listed serves nobody, and harms no other. */
    private @Nullable Order find(String orderId) {
        try {
            return engine.orders().find(orderId).orElse(null);
        } catch (UnreadableOrderException damaged) {
            return null;
        }
    }

    private List<Waiting> oldestFirst(Set<String> skus) {
        List<Waiting> found = new ArrayList<>();
        String after = null;
        do {
            OrderSlice slice = engine.orders()
                    .list(OrderCriteria.ALL.where(OrderColumn.BACKORDERED, Operator.IS, true), after, BATCH);
            for (Order order : slice.orders()) {
                if (fill(order, skus) != null) {
                    found.add(new Waiting(order.placedAt(), order.id()));
                }
            }
            after = slice.next();
        } while (after != null);
        found.sort(Comparator.comparing(Waiting::placedAt).thenComparing(Waiting::orderId));
        return found;
    }

    /** What an order has to ask for; null where it waits for none of these. */
    private static @Nullable Action fill(Order order, Set<String> skus) {
        Action.Builder fill = Action.on(order.id(), FillBackorder.NAME);
        boolean waits = false;
        for (Line line : order.books().lines()) {
            if (line.units().backordered() > 0 && skus.contains(line.item().sku())) {
                fill.line(line.id(), line.units().backordered());
                waits = true;
            }
        }
        return waits ? fill.build() : null;
    }

    private static long backordered(Order order) {
        long sum = 0;
        for (Line line : order.books().lines()) {
            sum += line.units().backordered();
        }
        return sum;
    }
}
