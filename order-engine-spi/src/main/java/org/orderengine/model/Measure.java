package org.orderengine.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The measure of goods that are not counted.
 *
 * <p>A quantity of them is a whole number of steps, each 10<sup>−digits</sup> of a unit: of kilograms with 3 digits, 500 steps are
 * half a kilo. Orders, events and requests to services hold steps; people and payloads write {@code 0.5}.
 *
 * <pre>{@code
 * Measure kilos = new Measure("kg", 3);
 * kilos.steps(new BigDecimal("0.5"));    // 500
 * kilos.text(500);                       // 0.500
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param unit the unit, for people: {@code kg}
 * @param digits how many decimal places a quantity has, from 0 to 9
 */
public record Measure(String unit, int digits) {

    /** The most decimal places that a quantity has. */
    public static final int MAX_DIGITS = 9;

    public Measure {
        Checks.requireText(unit, "unit of a measure");
        if (digits < 0 || digits > MAX_DIGITS) {
            throw Checks.refused("a measure in " + unit + " has " + digits + " digits, not 0 to " + MAX_DIGITS);
        }
    }

    /** How many steps a unit has. */
    public long stepsPerUnit() {
        long steps = 1;
        for (int i = 0; i < digits; i++) {
            steps *= 10;
        }
        return steps;
    }

    /**
     * The steps of a quantity.
     *
     * @throws ArithmeticException if it has more digits than the measure, or does not fit a {@code long}
     */
    public long steps(BigDecimal quantity) {
        return quantity.movePointRight(digits).longValueExact();
    }

    /** The quantity that so many steps are. */
    public BigDecimal quantity(long steps) {
        return BigDecimal.valueOf(steps, digits);
    }

    /** How so many steps are written: {@code 0.500}. */
    public String text(long steps) {
        return quantity(steps).toPlainString();
    }

    /** The quantity that so many units are, or steps where they are measured. */
    public static BigDecimal decimal(@Nullable Measure measure, long quantity) {
        return measure == null ? BigDecimal.valueOf(quantity) : measure.quantity(quantity);
    }

    /** How so many units are said, or steps where they are measured: {@code 3 units}, {@code 0.500 kg}. */
    public static String words(@Nullable Measure measure, long quantity) {
        return measure == null ? quantity + " units" : measure.text(quantity) + " " + measure.unit();
    }
}
