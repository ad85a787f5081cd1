package org.orderengine.spi.store;

import java.util.List;
import org.orderengine.spi.store.OrderCondition.Operator;

/**
 * What an order is found by: a column, of which each order has at most one value, or a term, of which it can have many.
 *
 * @param <T> the type of its values
 */
public sealed interface OrderField<T> permits OrderColumn, OrderTerm {

    /** Its name in tables and documents, in snake case. */
    String name();

    /** The operators of conditions on it. */
    List<Operator> operators();

    /** A value, as one of this field. */
    T cast(Object value);

    /** A value as conditions compare it. */
    T normal(T value);
}
