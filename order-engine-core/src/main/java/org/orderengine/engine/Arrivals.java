package org.orderengine.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.action.FillBackorder;
import org.orderengine.dispatch.FreedGoods;
import org.orderengine.model.Line;
import org.orderengine.model.Measure;
import org.orderengine.model.Order;
import org.orderengine.orders.OrderSlice;
import org.orderengine.orders.UnreadableOrderException;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.StoreUnavailableException;

/**
 * Serves the orders that wait for goods, when goods arrive or other orders give some up:
 *
 * <ol>
 *   <li>read the orders with units on backorder, and keep the ids of those that wait for these products;
 *   <li>sort them by when they were placed, the first one first;
 *   <li>have each ask for its units by a command, and count those that were given some.
 * </ol>
 *
 * <p>Where goods were given up, a product of which an order was left wanting is offered to no further one: one unit that comes back does
 * not make a thousand orders ask.
 *
 * <p>Holds ids only, however many wait. Safe for any number of threads.
 */
record Arrivals(OrderEngine engine, FreedGoods freed) {

    private static final int BATCH = 100;

    private record Waiting(Instant placedAt, String orderId) {}

    /** Serves the orders that wait for products that arrived; says how many were given some. */
    int of(Set<String> skus) {
        return offer(skus, order -> {});
    }

    /** Serves the orders that wait for products which this node has put back on sale; says how many were given some. */
    int ofFreed() {
        Set<String> back = freed.take();
        if (back.isEmpty()) {
            return 0;
        }
        Set<String> left = new HashSet<>(back);
        try {
            return offer(left, order -> left.removeAll(wanting(order)));
        } catch (StoreUnavailableException unavailable) {
            freed.add(back);
            throw unavailable;
        }
    }

    /**
     * Offers products to the orders that wait for them.
     *
     * @param skus the products, which may become fewer meanwhile
     * @param asked is told each order after it has asked
     */
    private int offer(Set<String> skus, Consumer<Order> asked) {
        int served = 0;
        for (Waiting waiting : oldestFirst(skus)) {
            if (skus.isEmpty()) {
                break;
            }
            Order order = find(waiting.orderId);
            Action fill = order == null ? null : fill(order, skus);
            if (order != null && fill != null && engine.execute(fill) instanceof Outcome.Accepted accepted) {
                served += backordered(accepted.order()) < backordered(order) ? 1 : 0;
                asked.accept(accepted.order());
            }
        }
        return served;
    }

    /** The products that an order was not given enough of. Those at several locations, or that are still asked for, may be there. */
    private static Set<String> wanting(Order order) {
        Set<String> skus = new HashSet<>();
        boolean isAsking = order.flow().effects().stream().anyMatch(EffectKind.INVENTORY_FILL::is);
        for (Line line : order.books().lines()) {
            if (!isAsking
                    && line.units().backordered() > 0
                    && line.units().places().isEmpty()) {
                skus.add(line.item().sku());
            }
        }
        return skus;
    }

    /** One that was damaged since it was listed serves nobody, and harms no other. */
    private @Nullable Order find(String orderId) {
        try {
            return engine.orders().find(orderId).orElse(null);
        } catch (UnreadableOrderException damaged) {
            return null;
        }
    }

    /** Has all that orders wait for offered: what a node put back on sale before it died is not known any more. */
    void recall() {
        waiting(order -> order.books().lines().stream()
                .filter(line -> line.units().backordered() > 0)
                .forEach(line -> freed.add(Set.of(line.item().sku()))));
    }

    private List<Waiting> oldestFirst(Set<String> skus) {
        List<Waiting> found = new ArrayList<>();
        waiting(order -> {
            if (fill(order, skus) != null) {
                found.add(new Waiting(order.placedAt(), order.id()));
            }
        });
        found.sort(Comparator.comparing(Waiting::placedAt).thenComparing(Waiting::orderId));
        return found;
    }

    /** Reads the orders with units on backorder, one after another. */
    private void waiting(Consumer<Order> reader) {
        String after = null;
        do {
            OrderSlice slice = engine.orders()
                    .list(OrderCriteria.ALL.where(OrderColumn.BACKORDERED, Operator.IS, true), after, BATCH);
            slice.orders().forEach(reader);
            after = slice.next();
        } while (after != null);
    }

    /** What an order has to ask for; null where it waits for none of these. */
    private static @Nullable Action fill(Order order, Set<String> skus) {
        Action.Builder fill = Action.on(order.id(), FillBackorder.NAME);
        boolean waits = false;
        for (Line line : order.books().lines()) {
            if (line.units().backordered() > 0 && skus.contains(line.item().sku())) {
                fill.line(
                        line.id(),
                        Measure.decimal(line.item().measure(), line.units().backordered()));
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
