package org.orderengine.spi.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values and terms that one order is found by, and the instant when its next work falls due.
 *
 * <p>Instants are kept to the microsecond, since every database can hold that (S8).
 *
 * <p>Immutable, so safe for any number of threads; its builder is for one thread.
 */
public final class OrderIndex {

    private final @Nullable Object[] values;
    private final @Nullable Instant due;
    private final Set<TermValue> terms;
    private final @Nullable Set<TermValue> termsBefore;

    private OrderIndex(
            @Nullable Object[] values,
            @Nullable Instant due,
            Set<TermValue> terms,
            @Nullable Set<TermValue> termsBefore) {
        this.values = values;
        this.due = Microseconds.notBefore(due);
        this.terms = terms;
        this.termsBefore = termsBefore;
    }

    /**
     * The states whose names the order is found by, where these are more than the value in the column: all active ones of several,
     * and those around them.
     */
    public static Set<TermValue> stateNames(Collection<String> names) {
        return names.stream().map(name -> new TermValue(OrderTerm.STATE, name)).collect(Collectors.toUnmodifiableSet());
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

    /** The terms that it is found by. */
    public Set<TermValue> terms() {
        return terms;
    }

    /**
     * The terms that the order had before this commit, so that a store writes only what differs; null where that is not known, and
     * all that the store has must be replaced.
     */
    public @Nullable Set<TermValue> termsBefore() {
        return termsBefore;
    }

    /** These values, with work that falls due at another instant. */
    public OrderIndex withDue(@Nullable Instant instant) {
        return new OrderIndex(values, instant, terms, termsBefore);
    }

    /** These values, with another one in a column. */
    public <T> OrderIndex with(OrderColumn<T> column, T value) {
        @Nullable Object[] others = values.clone();
        others[column.position()] = column.kept(value);
        return new OrderIndex(others, due, terms, termsBefore);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderIndex index
                && Arrays.equals(values, index.values)
                && Objects.equals(due, index.due)
                && terms.equals(index.terms);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(values) + Objects.hashCode(due)) + terms.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("OrderIndex[");
        for (OrderColumn<?> column : OrderColumn.ALL) {
            text.append(column).append('=').append(values[column.position()]).append(", ");
        }
        return text.append("due=")
                .append(due)
                .append(", ")
                .append(terms.size())
                .append(" terms]")
                .toString();
    }

    /** Collects the values of an order. */
    public static final class Builder {

        private final @Nullable Object[] values = new @Nullable Object[OrderColumn.ALL.size()];
        private @Nullable Instant due;
        private Set<TermValue> terms = Set.of();
        private @Nullable Set<TermValue> termsBefore;

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
         * The terms that the order is found by, and those that it had before this commit.
         *
         * @param before null where it is not known what a store has
         */
        public Builder terms(Set<TermValue> now, @Nullable Set<TermValue> before) {
            this.terms = Set.copyOf(now);
            this.termsBefore = before == null ? null : Set.copyOf(before);
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
            return new OrderIndex(kept, due, terms, termsBefore);
        }
    }
}
