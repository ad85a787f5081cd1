package org.orderengine.spi.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rate of tax.
 *
 * @param name what the tax is called where a category bears several, for example {@code state} and {@code city}; the books
 *     name the tax by it, and without one by the tax category
 * @param rate the rate as a fraction: 0.20 is twenty percent; not negative, at most {@value #MAX_DIGITS} digits after the
 *     point
 */
public record TaxRate(@Nullable String name, BigDecimal rate) {

    /** The most digits that a rate has after its decimal point. */
    public static final int MAX_DIGITS = 12;

    /** The largest rate: a thousand times the price. */
    public static final BigDecimal MAX_RATE = BigDecimal.valueOf(1000);

    public TaxRate {
        if (rate.signum() < 0 || rate.compareTo(MAX_RATE) > 0 || rate.scale() > MAX_DIGITS) {
            throw new IllegalArgumentException("tax rate is not a fraction from 0 to " + MAX_RATE + " with at most "
                    + MAX_DIGITS + " digits after the point; 0.20 is twenty percent");
        }
    }

    /** The only rate of a category. */
    public static TaxRate of(BigDecimal rate) {
        return new TaxRate(null, rate);
    }
}
