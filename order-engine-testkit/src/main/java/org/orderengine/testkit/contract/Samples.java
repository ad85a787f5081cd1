package org.orderengine.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;

/**
 * An order with a value in every column that orders are found by, whichever columns there are, and the criteria that find it.
 * None of the values is one that a {@link CommitBuilder} gives by itself.
 */
final class Samples {

    private Samples() {}

    /** Gives the order its value in a column. */
    static <T> void set(CommitBuilder order, OrderColumn<T> column) {
        order.with(column, value(column, 0));
    }

    /** Criteria, narrowed to the order's value in a column. */
    static <T> OrderCriteria selecting(OrderCriteria criteria, OrderColumn<T> column) {
        OrderCriteria narrowed = criteria;
        if (column.type().operators().contains(Operator.IS)) {
            narrowed = narrowed.where(column, Operator.IS, value(column, 0));
        }
        return isOrdered(column) ? between(narrowed, column, 0, 1) : narrowed;
    }

    /** Criteria, changed so that they pass over the order for its value in a column, in every way there is. */
    static <T> List<OrderCriteria> passingOver(OrderCriteria criteria, OrderColumn<T> column) {
        List<OrderCriteria> all = new ArrayList<>();
        if (column.type().operators().contains(Operator.IS)) {
            all.add(criteria.where(column, Operator.IS, value(column, 1)));
        }
        if (isOrdered(column)) {
            all.add(between(criteria, column, 1, 9));
            all.add(between(criteria, column, -9, 0));
        }
        return all;
    }

    private static boolean isOrdered(OrderColumn<?> column) {
        return column.type().operators().contains(Operator.FROM);
    }

    private static <T> OrderCriteria between(OrderCriteria criteria, OrderColumn<T> column, int from, int before) {
        return criteria.where(column, Operator.FROM, value(column, from))
                .where(column, Operator.BEFORE, value(column, before));
    }

    /** The order's value, or one that is some steps away from it. */
    private static <T> T value(OrderColumn<T> column, int away) {
        return column.cast(
                switch (column.type()) {
                    case TEXT -> (away == 0 ? "some " : "another ") + column;
                    case FLAG -> away == 0;
                    case NUMBER -> 20L + away;
                    case INSTANT -> CommitBuilder.NOON.plusSeconds(away - 1);
                });
    }
}
