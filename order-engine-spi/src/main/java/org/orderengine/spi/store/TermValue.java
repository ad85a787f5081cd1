package org.orderengine.spi.store;

/**
 * A term of an order, in its kind's normal form. An empty one is an {@link IllegalArgumentException}.
 *
 * @param kind the kind
 * @param value the term
 */
public record TermValue(OrderTerm kind, String value) {

    public TermValue {
        value = kind.normal(value);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A term of the kind " + kind + " is empty: leave it out");
        }
    }
}
