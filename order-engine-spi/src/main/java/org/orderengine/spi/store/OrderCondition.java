package org.orderengine.spi.store;

import java.time.Instant;

/**
 * A condition on the value in one column of an order. An order without a value in the column does not match.
 *
 * <p>An operator that the column's type does not allow is an {@link IllegalArgumentException}.
 *
 * @param <T> the type of the values
 * @param column the column
 * @param operator how the order's value is compared
 * @param value the value that the order's is compared with
 */
public record OrderCondition<T>(OrderColumn<T> column, Operator operator, T value) {

    /** How an order's value is compared. */
    public enum Operator {
        /** The same. */
        IS("is"),
        /** The same or greater; of instants, the same or later. */
        FROM("from"),
        /** Less; of instants, earlier. */
        BEFORE("before");

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
        if (!column.type().operators().contains(operator)) {
            throw new IllegalArgumentException("The column " + column + " holds a " + column.type()
                    + ", which is asked for by " + column.type().operators() + ", not by " + operator);
        }
    }

    /** Whether an order with these values is found. */
    public boolean matches(OrderIndex index) {
        T actual = index.get(column);
        if (actual == null) {
            return false;
        }
        return switch (operator) {
            case IS -> actual.equals(value);
            case FROM -> compare(actual) >= 0;
            case BEFORE -> compare(actual) < 0;
        };
    }

    private int compare(T actual) {
        return actual instanceof Instant instant
                ? instant.compareTo((Instant) value)
                : Long.compare((Long) actual, (Long) value);
    }

    /** Whether both ask for the same column by the same operator, so that only one of them can be given. */
    boolean isAbout(OrderColumn<?> other, Operator by) {
        return column == other && operator == by;
    }

    @Override
    public String toString() {
        return column + " " + operator + " " + value;
    }
}
