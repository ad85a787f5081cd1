package org.orderengine.spi.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderCondition.Operator;

/**
 * The conditions that orders are looked for by. An order is found if it matches every one.
 *
 * <pre>{@code
 * OrderCriteria.ALL.where(BUYER, IS, "ann").where(PLACED_AT, FROM, yesterday)
 * }</pre>
 *
 * <p>There is at most one condition for a column and an operator: two are an {@link IllegalArgumentException}, and {@link
 * #where} replaces the earlier one. Two criteria with the same conditions are equal, whatever the order in which they were
 * added.
 *
 * <p>Immutable, so safe for any number of threads. Each method returns other criteria.
 *
 * @param conditions the conditions, sorted by column
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

    /** These criteria with one more condition. It replaces a condition on the same column by the same operator. */
    public <T> OrderCriteria where(OrderColumn<T> column, Operator operator, T value) {
        List<OrderCondition<?>> more = new ArrayList<>(conditions);
        more.removeIf(condition -> condition.isAbout(column, operator));
        more.add(new OrderCondition<>(column, operator, value));
        return new OrderCriteria(more);
    }

    /** The value of the condition on a column by an operator; null where there is no such condition. */
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
