package org.orderengine.spi.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderCondition.Operator;

/**
 * A way to the orders that match: through those that meet one condition that has an index, or through all. Every store tries the ways
 * of {@link #ways} one after the other, so that all of them answer and refuse the same queries.
 *
 * @param driving the condition whose orders are gone through; null to go through all
 * @param others the conditions that these orders are tried by
 * @param isInOrder whether the index gives them as the list is sorted; otherwise all of them are looked at, and sorted
 */
public record OrderAccess(@Nullable OrderCondition<?> driving, List<OrderCondition<?>> others, boolean isInOrder) {

    /** The ways to the orders that match, the most promising first. */
    public static List<OrderAccess> ways(OrderCriteria criteria) {
        OrderSort.By by = criteria.sort().by();
        List<OrderCondition<?>> indexed = criteria.conditions().stream()
                .filter(OrderAccess::isIndexed)
                .sorted(Comparator.comparingInt(OrderAccess::width))
                .toList();
        List<OrderAccess> ways = new ArrayList<>();
        for (OrderCondition<?> condition : indexed) {
            if (condition.field() == OrderColumn.TENANT && by == OrderSort.By.UPDATED) {
                ways.add(way(criteria, condition, true));
            } else {
                ways.add(way(criteria, condition, by == OrderSort.By.PLACED && condition.operator() == Operator.IS));
            }
        }
        boolean isOrdered = by == OrderSort.By.PLACED || by == OrderSort.By.UPDATED;
        if (indexed.isEmpty() || (isOrdered && ways.stream().noneMatch(OrderAccess::isInOrder))) {
            ways.add(way(criteria, null, isOrdered));
        }
        return ways;
    }

    private static OrderAccess way(OrderCriteria criteria, @Nullable OrderCondition<?> driving, boolean isInOrder) {
        List<OrderCondition<?>> others = new ArrayList<>(criteria.conditions());
        if (driving != null) {
            others.remove(driving);
        }
        others.removeIf(condition -> isRange(condition, criteria.sort()));
        return new OrderAccess(driving, List.copyOf(others), isInOrder);
    }

    /** The conditions on what the list is sorted by, within which an index is gone through. */
    public static List<OrderCondition<?>> range(OrderCriteria criteria) {
        return criteria.conditions().stream()
                .filter(condition -> isRange(condition, criteria.sort()))
                .toList();
    }

    private static boolean isRange(OrderCondition<?> condition, OrderSort sort) {
        return Objects.equals(condition.field(), sort.column())
                && (condition.operator() == Operator.FROM || condition.operator() == Operator.BEFORE);
    }

    private static boolean isIndexed(OrderCondition<?> condition) {
        if (condition.field() instanceof OrderColumn<?> column) {
            boolean isUsual = column.type() == OrderColumn.Type.FLAG
                    && (condition.values().size() > 1 || !Boolean.TRUE.equals(condition.value()));
            return column.isIndexed() && condition.operator() == Operator.IS && !isUsual;
        }
        return true;
    }

    /** Fewer orders have one term or one buyer than one merchant. */
    private static int width(OrderCondition<?> condition) {
        if (condition.field() instanceof OrderTerm) {
            return condition.operator() == Operator.IS ? 0 : 2;
        }
        OrderColumn<?> column = (OrderColumn<?>) condition.field();
        return column == OrderColumn.BUYER ? 1 : column.type() == OrderColumn.Type.FLAG ? 3 : column.isSteady() ? 5 : 4;
    }

    /** Whether an order with these values is among those gone through. */
    public boolean reaches(OrderIndex index) {
        return driving == null || driving.matches(index);
    }

    /** Whether an order that was reached matches. */
    public boolean accepts(OrderIndex index) {
        for (OrderCondition<?> condition : others) {
            if (!condition.matches(index)) {
                return false;
            }
        }
        return true;
    }
}
