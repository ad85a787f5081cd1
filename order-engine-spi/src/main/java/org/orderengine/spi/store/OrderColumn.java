package org.orderengine.spi.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderCondition.Operator;

/**
 * A column that orders are found by.
 *
 * <p>{@link #ALL} is the one list of columns: stores, criteria and the contract of stores iterate over it. A new column is an
 * entry here, a value in what the engine commits, and a step of each store's schema.
 *
 * @param <T> the type of its values
 */
public final class OrderColumn<T> {

    /** The type of a column, and the operators that its conditions may use. */
    public enum Type {
        /** Text, compared as it is written. */
        TEXT(Operator.IS),
        /** True or false; false where there is no value. */
        FLAG(Operator.IS),
        /** A whole number. */
        NUMBER(Operator.IS, Operator.FROM, Operator.BEFORE),
        /** An instant, cut to the microsecond (S8). */
        INSTANT(Operator.FROM, Operator.BEFORE);

        // Never changes: a list made by List.of.
        @SuppressWarnings("ImmutableEnumChecker")
        private final List<Operator> operators;

        Type(Operator... operators) {
            this.operators = List.of(operators);
        }

        /** The operators of conditions on such a column. */
        public List<Operator> operators() {
            return operators;
        }
    }

    private enum Trait {
        REQUIRED,
        STEADY
    }

    private static final List<OrderColumn<?>> DECLARED = new ArrayList<>();

    /** When the order was placed. */
    public static final OrderColumn<Instant> PLACED_AT =
            new OrderColumn<>("placed_at", Type.INSTANT, Instant.class, Trait.REQUIRED, Trait.STEADY);

    /** The name of its process. */
    public static final OrderColumn<String> PROCESS = text("process", Trait.REQUIRED, Trait.STEADY);

    /** The version of its process. */
    public static final OrderColumn<Long> PROCESS_VERSION =
            new OrderColumn<>("process_version", Type.NUMBER, Long.class, Trait.REQUIRED);

    /** Its state; several active ones joined by a comma. */
    public static final OrderColumn<String> STATE = text("state", Trait.REQUIRED);

    /** Whether its process has come to its end. */
    public static final OrderColumn<Boolean> ENDED = flag("ended");

    /** Whether some of its work waits for a person. */
    public static final OrderColumn<Boolean> PARKED = flag("parked");

    /** Whether some of its units are on backorder. */
    public static final OrderColumn<Boolean> BACKORDERED = flag("backordered");

    /** The buyer. */
    public static final OrderColumn<String> BUYER = text("buyer", Trait.STEADY);

    /** The line of business. */
    public static final OrderColumn<String> BUSINESS = text("business", Trait.STEADY);

    /** The channel. */
    public static final OrderColumn<String> CHANNEL = text("channel", Trait.STEADY);

    /** The merchant. */
    public static final OrderColumn<String> MERCHANT = text("merchant", Trait.STEADY);

    /** All columns, in their order in a table. */
    public static final List<OrderColumn<?>> ALL = List.copyOf(DECLARED);

    private final String name;
    private final Type type;
    private final Class<T> javaType;
    private final boolean isRequired;
    private final boolean isSteady;
    private final int position;

    private OrderColumn(String name, Type type, Class<T> javaType, Trait... traits) {
        this.name = name;
        this.type = type;
        this.javaType = javaType;
        this.isRequired = List.of(traits).contains(Trait.REQUIRED);
        this.isSteady = List.of(traits).contains(Trait.STEADY);
        this.position = DECLARED.size();
        DECLARED.add(this);
    }

    private static OrderColumn<String> text(String name, Trait... traits) {
        return new OrderColumn<>(name, Type.TEXT, String.class, traits);
    }

    private static OrderColumn<Boolean> flag(String name, Trait... traits) {
        return new OrderColumn<>(name, Type.FLAG, Boolean.class, traits);
    }

    /** Its name in a table and in documents, in snake case. */
    public String name() {
        return name;
    }

    /** What its values are. */
    public Type type() {
        return type;
    }

    /** Whether each order has a value there. */
    public boolean isRequired() {
        return isRequired;
    }

    /**
     * Whether its value mostly stays the same through an order's life. A store can then write commits without touching the index of
     * the column.
     */
    public boolean isSteady() {
        return isSteady;
    }

    /** A value, as one of this column. */
    public T cast(Object value) {
        return javaType.cast(value);
    }

    int position() {
        return position;
    }

    /** A value as it is kept: instants are cut, and a missing flag is false. */
    @Nullable
    Object kept(@Nullable Object value) {
        if (value == null) {
            return type == Type.FLAG ? Boolean.FALSE : null;
        }
        return value instanceof Instant instant ? Microseconds.notAfter(instant) : cast(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
