package org.orderengine.spi.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values that one order is found by, and the instant when its next work falls due.
 *
 * <p>Instants are kept to the microsecond, since every database can hold that (S8).
 *
 * <p>Immutable, so safe for any number of threads; its builder is for one thread.
 */
public final class OrderIndex {

    private final @Nullable Object[] values;
    private final @Nullable Instant due;

    private OrderIndex(@Nullable Object[] values, @Nullable Instant due) {
        this.values = values;
        this.due = Microseconds.notBefore(due);
    }

    /** Begins the values of an order. */
    public static Builder builder() {
        return new Builder();
    }

    /** The value in a column, or null; never null in a required one or in a flag. */
    public <T> @Nullable T get(OrderColumn<T> column) {
        Object value = values[column.position()];
        return value == null ? null : column.cast(value);
    }

    /** When the order was placed, cut to the microsecond. */
    public Instant placedAt() {
        return required(OrderColumn.PLACED_AT);
    }

    /** The order's state; several active ones joined by a comma. */
    public String state() {
        return required(OrderColumn.STATE);
    }

    private <T> T required(OrderColumn<T> column) {
        return Objects.requireNonNull(get(column));
    }

    /**
     * When the order's next work falls due, rounded up to the microsecond, so that nothing happens early (F7); null when
     * nothing will happen by itself.
     */
    public @Nullable Instant due() {
        return due;
    }

    /** These values, with work that falls due at another instant. */
    public OrderIndex withDue(@Nullable Instant instant) {
        return new OrderIndex(values, instant);
    }

    /** These values, with another one in a column. */
    public <T> OrderIndex with(OrderColumn<T> column, T value) {
        @Nullable Object[] others = values.clone();
        others[column.position()] = column.kept(value);
        return new OrderIndex(others, due);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderIndex index
                && Arrays.equals(values, index.values)
                && Objects.equals(due, index.due);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Objects.hashCode(due);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("OrderIndex[");
        for (OrderColumn<?> column : OrderColumn.ALL) {
            text.append(column).append('=').append(values[column.position()]).append(", ");
        }
        return text.append("due=").append(due).append(']').toString();
    }

    /** Collects the values of an order. */
    public static final class Builder {

        private final @Nullable Object[] values = new @Nullable Object[OrderColumn.ALL.size()];
        private @Nullable Instant due;

        private Builder() {}

        /** The value in a column. */
        public <T> Builder set(OrderColumn<T> column, @Nullable T value) {
            values[column.position()] = value;
            return this;
        }

        /** When the order's next work falls due; null when nothing will happen by itself. */
        public Builder due(@Nullable Instant instant) {
            this.due = instant;
            return this;
        }

        /**
         * The values.
         *
         * @throws IllegalArgumentException if a required column has none
         */
        public OrderIndex build() {
            @Nullable Object[] kept = values.clone();
            for (int i = 0; i < kept.length; i++) {
                OrderColumn<?> column = OrderColumn.ALL.get(i);
                kept[i] = column.kept(kept[i]);
                if (kept[i] == null && column.isRequired()) {
                    throw new IllegalArgumentException("An order has no value for the column " + column);
                }
            }
            return new OrderIndex(kept, due);
        }
    }
}
