package org.orderengine.spi.store;

import java.time.Instant;
import java.util.List;

/**
 * A condition on what an order is found by. An order without a value there does not match.
 *
 * <p>An operator that the field does not allow is an {@link IllegalArgumentException}, and so are no values, more than {@value #MOST}, or
 * several where the operator compares with one.
 *
 * @param <T> the type of the values
 * @param field the column, or the kind of term
 * @param operator how the order's value is compared
 * @param values the values that the order's is compared with; one of them is enough
 */
public record OrderCondition<T>(OrderField<T> field, Operator operator, List<T> values) {

    /** The most values of one condition. */
    public static final int MOST = 50;

    /** How an order's value is compared. */
    public enum Operator {
        /** The same as one of the values. */
        IS("is"),
        /** The same or greater; of instants, the same or later. */
        FROM("from"),
        /** Less; of instants, earlier. */
        BEFORE("before"),
        /** Begins with the value. */
        PREFIX("begins with");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    public OrderCondition {
        if (!field.operators().contains(operator)) {
            throw new IllegalArgumentException(
                    "Orders are asked for by " + field + " with " + field.operators() + ", not with: " + operator);
        }
        if (values.isEmpty() || values.size() > (operator == Operator.IS ? MOST : 1)) {
            throw new IllegalArgumentException("The condition " + field + " " + operator + " has " + values.size()
                    + " values: give 1 to " + (operator == Operator.IS ? MOST : 1));
        }
        values = values.stream().map(field::normal).distinct().toList();
    }

    /** A condition with one value. */
    public OrderCondition(OrderField<T> field, Operator operator, T value) {
        this(field, operator, List.of(value));
    }

    /** The only value. */
    public T value() {
        return values.get(0);
    }

    /** Whether an order with these values is found. */
    public boolean matches(OrderIndex index) {
        if (field instanceof OrderTerm kind) {
            return matchesTerm(index, kind);
        }
        OrderColumn<?> column = (OrderColumn<?>) field;
        if (column == OrderColumn.STATE && matchesTerm(index, OrderTerm.STATE)) {
            return true;
        }
        Object actual = index.get(column);
        if (actual == null) {
            return false;
        }
        return switch (operator) {
            case IS -> values.contains(field.cast(actual));
            case FROM -> compare(actual) >= 0;
            case BEFORE -> compare(actual) < 0;
            case PREFIX -> ((String) actual).startsWith((String) value());
        };
    }

    private boolean matchesTerm(OrderIndex index, OrderTerm kind) {
        for (TermValue term : index.terms()) {
            if (term.kind().equals(kind)
                    && (operator == Operator.IS
                            ? values.contains(field.cast(term.value()))
                            : term.value().startsWith((String) value()))) {
                return true;
            }
        }
        return false;
    }

    private int compare(Object actual) {
        return actual instanceof Instant instant
                ? instant.compareTo((Instant) value())
                : Long.compare((Long) actual, (Long) value());
    }

    /** Whether both ask for the same field by the same operator, so that only one of them can be given. */
    boolean isAbout(OrderField<?> other, Operator by) {
        return field.equals(other) && operator == by;
    }

    @Override
    public String toString() {
        return field + " " + operator + " " + (values.size() == 1 ? values.get(0) : values);
    }
}
