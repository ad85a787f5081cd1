package org.orderengine.spi.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderCondition.Operator;

/**
 * The conditions that orders are looked for by, and how they are sorted. An order is found if it matches every condition.
 *
 * <pre>{@code
 * OrderCriteria.ALL.where(BUYER, IS, "ann").where(PLACED_AT, FROM, yesterday)
 * OrderCriteria.ALL.where(OrderTerm.SKU, PREFIX, "LA").anyOf(PHASE, "to-ship", "to-receive").sorted(OrderSort.By.UPDATED, false)
 * }</pre>
 *
 * <p>There is at most one condition for a field and an operator: two are an {@link IllegalArgumentException}, and {@link
 * #where} replaces the earlier one. Two criteria with the same conditions are equal, whatever the order in which they were
 * added.
 *
 * <p>Some lists are promised to take the same time however many orders there are: sorted by placed with one condition on a column that
 * {@linkplain OrderColumn#isIndexed() is indexed} or on a whole term, and sorted by updated without condition or with one on the
 * tenant. Whatever else is asked for is looked for among those, up to {@value #SCAN_BUDGET} orders for a page or a count.
 *
 * <p>Immutable, so safe for any number of threads. Each method returns other criteria.
 *
 * @param conditions the conditions, sorted by field
 * @param sort how orders are sorted
 * @param isWalk whether a page may end before it is full, instead of being refused for the orders that were looked at
 */
public record OrderCriteria(List<OrderCondition<?>> conditions, OrderSort sort, boolean isWalk) {

    /** The most orders that are looked at for one page or one count. */
    public static final int SCAN_BUDGET = 10_000;

    /** The most orders that are summed. */
    public static final int SUM_BUDGET = 100_000;

    private static final Comparator<OrderCondition<?>> BY_FIELD = Comparator.<OrderCondition<?>>comparingInt(
                    condition ->
                            condition.field() instanceof OrderColumn<?> column ? column.position() : Integer.MAX_VALUE)
            .thenComparing(condition -> condition.field().name())
            .thenComparing(OrderCondition::operator);

    /** All orders, newest first. */
    public static final OrderCriteria ALL = new OrderCriteria(List.of());

    public OrderCriteria {
        conditions = conditions.stream().sorted(BY_FIELD).toList();
        for (int i = 1; i < conditions.size(); i++) {
            if (BY_FIELD.compare(conditions.get(i - 1), conditions.get(i)) == 0) {
                throw new IllegalArgumentException(
                        "Two conditions on one field: " + conditions.get(i - 1) + ", and " + conditions.get(i));
            }
        }
    }

    /** The orders that match these conditions, newest first. */
    public OrderCriteria(List<OrderCondition<?>> conditions) {
        this(conditions, OrderSort.NEWEST, false);
    }

    /** These criteria with one more condition. It replaces a condition on the same field by the same operator. */
    public <T> OrderCriteria where(OrderField<T> field, Operator operator, T value) {
        return and(new OrderCondition<>(field, operator, value));
    }

    /** These criteria for orders that have one of several values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The values are copied, and nothing is written to them.
    public final <T> OrderCriteria anyOf(OrderField<T> field, T... values) {
        return and(new OrderCondition<>(field, Operator.IS, List.of(values)));
    }

    /** These criteria with one more condition. It replaces a condition on the same field by the same operator. */
    public OrderCriteria and(OrderCondition<?> condition) {
        List<OrderCondition<?>> more = new ArrayList<>(conditions);
        more.removeIf(other -> other.isAbout(condition.field(), condition.operator()));
        more.add(condition);
        return new OrderCriteria(more, sort, isWalk);
    }

    /** These criteria, sorted otherwise. */
    public OrderCriteria sorted(OrderSort.By by, boolean isAscending) {
        return new OrderCriteria(conditions, new OrderSort(by, isAscending), isWalk);
    }

    /**
     * These criteria, to walk through all orders that match in some order, however many there are: a page that would be refused as too
     * wide ends where that many orders have been looked at, with a cursor to go on from.
     */
    public OrderCriteria walking() {
        return new OrderCriteria(conditions, sort, true);
    }

    /** The only value of the condition on a field by an operator; null where there is no such condition, or it has several values. */
    public <T> @Nullable T value(OrderField<T> field, Operator operator) {
        for (OrderCondition<?> condition : conditions) {
            if (condition.isAbout(field, operator) && condition.values().size() == 1) {
                return field.cast(condition.value());
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

    /** A number that tells these criteria from others, the same in every program and on every node. */
    long fingerprint() {
        String text = conditions + " " + sort;
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** What is asked for, without the values, which may be personal. */
    String withoutValues() {
        return conditions.stream().map(condition -> condition.field().name()).toList() + ", " + sort;
    }

    @Override
    public String toString() {
        return conditions + ", " + sort;
    }
}
