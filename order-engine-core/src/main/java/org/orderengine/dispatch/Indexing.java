package org.orderengine.dispatch;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Books;
import org.orderengine.model.FulfilmentState;
import org.orderengine.model.Line;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.PaymentState;
import org.orderengine.model.Phase;
import org.orderengine.model.ReturnState;
import org.orderengine.model.Totals;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.TermValue;

/**
 * Says what an order is found by: the value in each column, its terms, and the names of its states.
 *
 * @param processes what the orders follow
 * @param terms how terms come from an order
 */
public record Indexing(Processes processes, OrderTerms terms) {

    /**
     * What an order is found by.
     *
     * @param before the order before this commit; null where it is new
     */
    OrderIndex of(@Nullable Order before, Order order, @Nullable Instant due) {
        return builder(order)
                .terms(all(order), before == null ? Set.of() : all(before))
                .due(due)
                .build();
    }

    /** What an order is found by, whatever a store has of it. */
    OrderIndex anew(Order order) {
        return builder(order).terms(all(order), null).build();
    }

    private OrderIndex.Builder builder(Order order) {
        OrderIndex.Builder index = OrderIndex.builder()
                .set(OrderColumn.PLACED_AT, order.placedAt())
                .set(OrderColumn.PROCESS, order.process().name())
                .set(OrderColumn.PROCESS_VERSION, (long) order.process().version())
                .set(OrderColumn.STATE, states(order))
                .set(OrderColumn.ENDED, order.position().ended())
                .set(OrderColumn.PARKED, isParked(order))
                .set(OrderColumn.BACKORDERED, isBackordered(order))
                .set(OrderColumn.BUYER, order.origin().buyer())
                .set(OrderColumn.BUSINESS, order.origin().business())
                .set(OrderColumn.CHANNEL, order.origin().channel())
                .set(OrderColumn.MERCHANT, order.origin().merchant())
                .set(OrderColumn.PROMISED_AT, order.promisedAt())
                .set(OrderColumn.PHASE, phase(order));
        books(index, order.books());
        return index;
    }

    /** The columns of an order as it stood once. */
    public OrderIndex columns(Order order) {
        return builder(order).build();
    }

    private @Nullable String phase(Order order) {
        CompiledProcess process = processes.find(order.process());
        Phase phase = process == null
                ? null
                : process.definition().phase(order.position().states());
        return phase == null ? null : phase.word();
    }

    private static void books(OrderIndex.Builder index, Books books) {
        Totals totals = books.totals();
        index.set(OrderColumn.PAYMENT_STATE, PaymentState.of(books).word())
                .set(OrderColumn.FULFILMENT_STATE, FulfilmentState.of(books).word())
                .set(OrderColumn.RETURN_STATE, ReturnState.of(books).word())
                .set(OrderColumn.CURRENCY, books.currency().getCurrencyCode())
                .set(OrderColumn.TOTAL, totals.total().minorUnits())
                .set(OrderColumn.CAPTURED, totals.captured().minorUnits())
                .set(OrderColumn.REFUNDED, totals.refunded().minorUnits())
                .set(OrderColumn.OUTSTANDING, totals.outstanding().minorUnits())
                .set(OrderColumn.UNITS, units(books));
    }

    private static long units(Books books) {
        long units = 0;
        for (Line line : books.lines()) {
            units += line.basis().remainingUnits();
        }
        return units;
    }

    /** The terms, and the names of the states where the column does not say them all. */
    private Set<TermValue> all(Order order) {
        Set<TermValue> all = new HashSet<>(terms.of(order));
        List<String> active = order.position().states();
        CompiledProcess process = processes.find(order.process());
        Set<String> names = process == null ? Set.copyOf(active) : process.withThoseAround(active);
        if (names.size() > 1) {
            all.addAll(OrderIndex.stateNames(names));
        }
        return all;
    }

    private static String states(Order order) {
        return order.position().states().size() == 1
                ? order.position().states().get(0)
                : String.join(",", order.position().states());
    }

    private static boolean isBackordered(Order order) {
        for (Line line : order.books().lines()) {
            if (line.units().backordered() > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParked(Order order) {
        if (order.flow().stuck() != null) {
            return true;
        }
        for (OwedEffect effect : order.flow().effects()) {
            if (effect.status() == OwedEffect.Status.PARKED) {
                return true;
            }
        }
        return false;
    }
}
