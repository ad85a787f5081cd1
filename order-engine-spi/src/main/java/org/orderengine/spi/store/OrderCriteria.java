package org.orderengine.spi.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderCondition.Operator;

/**
 * Which orders are looked for: those that match every condition. Criteria never change; they are built up from {@link #ALL}:
 *
 * <pre>{@code
 * OrderCriteria.ALL.where(BUYER, IS, "ann").where(PLACED_AT, FROM, yesterday)
 * }</pre>
 *
 * <p>Two criteria of the same conditions are equal, in whichever order these were added.
 *
 * @param conditions at most one for a column and an operator, by column
 */
public record OrderCriteria(List<OrderCondition<?>> conditions) {

    private static final Comparator<OrderCondition<?>> BY_COLUMN = Comparator.<OrderCondition<?>>comparingInt(
                    condition -> condition.column().position())
            .thenComparing(OrderCondition::operator);

    /** All orders. */
    public static final OrderCriteria ALL = new OrderCriteria(List.of());

    public OrderCriteria {
        conditions = conditions.stream().sorted(BY_COLUMN).toList();
        for (int i = 1; i < conditions.size(); i++) {
            if (BY_COLUMN.compare(conditions.get(i - 1), conditions.get(i)) == 0) {
                throw new IllegalArgumentException(
                        "Two conditions on one column: " + conditions.get(i - 1) + ", and " + conditions.get(i));
            }
        }
    }

    /** These, under one more condition. It takes the place of an earlier one on the same column by the same operator. */
    public <T> OrderCriteria where(OrderColumn<T> column, Operator operator, T value) {
        List<OrderCondition<?>> more = new ArrayList<>(conditions);
        more.removeIf(condition -> condition.isAbout(column, operator));
        more.add(new OrderCondition<>(column, operator, value));
        return new OrderCriteria(more);
    }

    /** What orders are compared with in a column by an operator; null when no condition says so. */
    public <T> @Nullable T value(OrderColumn<T> column, Operator operator) {
        for (OrderCondition<?> condition : conditions) {
            if (condition.isAbout(column, operator)) {
                return column.cast(condition.value());
            }
        }
        return null;
    }

    /** Whether an order with these values is found. */
    public boolean matches(OrderIndex index) {
        for (OrderCondition<?> condition : conditions) {
            if (!condition.matches(index)) {
                return false;
            }
        }
        return true;
    }
}
