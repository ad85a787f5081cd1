package org.orderengine.model;

/**
 * A number of units of one order line.
 *
 * @param line the line's id within its order
 * @param quantity units, or steps of the line's {@link Measure}, more than zero
 */
public record LineQuantity(String line, long quantity) {

    public LineQuantity {
        Checks.requireText(line, "line");
        Checks.requirePositive(quantity, "quantity of line", line);
    }
}
