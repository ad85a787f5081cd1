package org.orderengine.pricing.quote;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Measure;
import org.orderengine.model.Problem;
import org.orderengine.pricing.PricingCodes;

/** Quantities as they are asked for: whole units, or decimals of goods that are measured. */
public final class AskedQuantity {

    private AskedQuantity() {}

    /** Why a quantity is none of goods with that measure; null where it is one. */
    public static @Nullable Problem problem(BigDecimal quantity, @Nullable Measure measure, String what) {
        try {
            steps(quantity, measure);
            return null;
        } catch (ArithmeticException notExact) {
            return new Problem(PricingCodes.INVALID_QUANTITY, what + why(quantity, measure));
        }
    }

    private static String why(BigDecimal quantity, @Nullable Measure measure) {
        if ((long) quantity.precision() - quantity.scale() > 18) {
            return ": the quantity is more than can be held";
        }
        String written = quantity.scale() > 40 ? "the quantity" : quantity.toPlainString();
        return measure == null
                ? " is counted in whole units, and " + written + " is not whole"
                : " is measured in " + measure.unit() + " to " + measure.digits() + " decimal places, and " + written
                        + " has more, or is more than can be held";
    }

    /**
     * The units that a quantity is, or the steps of the measure.
     *
     * @throws ArithmeticException if {@link #problem} says that it is none
     */
    public static long steps(BigDecimal quantity, @Nullable Measure measure) {
        return measure == null ? quantity.longValueExact() : measure.steps(quantity);
    }
}
