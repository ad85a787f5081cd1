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
public final class OrderColumn<T> implements OrderField<T> {

    /** The type of a column, and the operators that its conditions may use. */
    public enum Type {
        /** Text, compared as it is written. */
        TEXT(Operator.IS, Operator.PREFIX),
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
        STEADY,
        /** Lists by its values are answered by an index, newest first. */
        INDEXED
    }

    private static final List<OrderColumn<?>> DECLARED = new ArrayList<>();

    /** When the order was placed. */
    public static final OrderColumn<Instant> PLACED_AT =
            new OrderColumn<>("placed_at", Type.INSTANT, Instant.class, Trait.REQUIRED, Trait.STEADY);

    /** The name of its process. */
    public static final OrderColumn<String> PROCESS = text("process", Trait.REQUIRED, Trait.STEADY, Trait.INDEXED);

    /** The version of its process. */
    public static final OrderColumn<Long> PROCESS_VERSION =
            new OrderColumn<>("process_version", Type.NUMBER, Long.class, Trait.REQUIRED);

    /**
     * Its state; several active ones joined by a comma. An order is found by the name of any active state, and of any state around
     * one.
     */
    public static final OrderColumn<String> STATE = text("state", Trait.REQUIRED, Trait.INDEXED);

    /** Whether its process has come to its end. */
    public static final OrderColumn<Boolean> ENDED = flag("ended");

    /** Whether some of its work waits for a person. */
    public static final OrderColumn<Boolean> PARKED = flag("parked", Trait.INDEXED);

    /** Whether some of its units are on backorder. */
    public static final OrderColumn<Boolean> BACKORDERED = flag("backordered", Trait.INDEXED);

    /** The buyer. */
    public static final OrderColumn<String> BUYER = text("buyer", Trait.STEADY, Trait.INDEXED);

    /** The line of business. */
    public static final OrderColumn<String> BUSINESS = text("business", Trait.STEADY, Trait.INDEXED);

    /** The channel. */
    public static final OrderColumn<String> CHANNEL = text("channel", Trait.STEADY, Trait.INDEXED);

    /** The merchant. */
    public static final OrderColumn<String> MERCHANT = text("merchant", Trait.STEADY, Trait.INDEXED);

    /** The tenant, where one engine serves several. */
    public static final OrderColumn<String> TENANT = text("tenant", Trait.STEADY, Trait.INDEXED);

    /** When it was promised to the buyer. */
    public static final OrderColumn<Instant> PROMISED_AT =
            new OrderColumn<>("promised_at", Type.INSTANT, Instant.class);

    /** What its buyer sees of its state, over all processes: {@code to-pay}, {@code to-ship}, … */
    public static final OrderColumn<String> PHASE = text("phase", Trait.INDEXED);

    /** How far it is paid: {@code none}, {@code authorized}, {@code partly-paid}, … */
    public static final OrderColumn<String> PAYMENT_STATE = text("payment_state");

    /** How far it has left and arrived: {@code none}, {@code partly-shipped}, {@code shipped}, … */
    public static final OrderColumn<String> FULFILMENT_STATE = text("fulfilment_state");

    /** How far it came back: {@code none}, {@code requested}, {@code under-way}, … */
    public static final OrderColumn<String> RETURN_STATE = text("return_state");

    /** When it was last changed. Each commit sets it to its own instant. */
    public static final OrderColumn<Instant> UPDATED_AT = new OrderColumn<>("updated_at", Type.INSTANT, Instant.class);

    /** The currency of its amounts, as an ISO 4217 code. */
    public static final OrderColumn<String> CURRENCY = text("currency", Trait.STEADY);

    /** What it costs, in minor units. */
    public static final OrderColumn<Long> TOTAL = number("total");

    /** What was captured of it, in minor units. */
    public static final OrderColumn<Long> CAPTURED = number("captured");

    /** What was given back, in minor units. */
    public static final OrderColumn<Long> REFUNDED = number("refunded");

    /** What is still to be paid, in minor units; negative where money is owed back. */
    public static final OrderColumn<Long> OUTSTANDING = number("outstanding");

    /** How many units it stands for. */
    public static final OrderColumn<Long> UNITS = number("units");

    /** The order that it is a part of. */
    public static final OrderColumn<String> PARENT_ID = text("parent_id", Trait.STEADY);

    /** The foreign system that it came from. */
    public static final OrderColumn<String> SOURCE = text("source", Trait.STEADY, Trait.INDEXED);

    /** All columns, in their order in a table. */
    public static final List<OrderColumn<?>> ALL = List.copyOf(DECLARED);

    private final String name;
    private final Type type;
    private final Class<T> javaType;
    private final boolean isRequired;
    private final boolean isSteady;
    private final boolean isIndexed;
    private final int position;

    private OrderColumn(String name, Type type, Class<T> javaType, Trait... traits) {
        this.name = name;
        this.type = type;
        this.javaType = javaType;
        this.isRequired = List.of(traits).contains(Trait.REQUIRED);
        this.isSteady = List.of(traits).contains(Trait.STEADY);
        this.isIndexed = List.of(traits).contains(Trait.INDEXED);
        this.position = DECLARED.size();
        DECLARED.add(this);
    }

    private static OrderColumn<String> text(String name, Trait... traits) {
        return new OrderColumn<>(name, Type.TEXT, String.class, traits);
    }

    private static OrderColumn<Long> number(String name, Trait... traits) {
        return new OrderColumn<>(name, Type.NUMBER, Long.class, traits);
    }

    private static OrderColumn<Boolean> flag(String name, Trait... traits) {
        return new OrderColumn<>(name, Type.FLAG, Boolean.class, traits);
    }

    @Override
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

    @Override
    public List<Operator> operators() {
        return type.operators();
    }

    @Override
    public T normal(T value) {
        return value;
    }

    @Override
    public T cast(Object value) {
        return javaType.cast(value);
    }

    /**
     * Whether a list of the orders with one of its values is answered by an index, newest first; of flags, that of those with a true
     * one. Such lists take the same time however many orders there are.
     */
    public boolean isIndexed() {
        return isIndexed;
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
