package org.orderengine.pricing.quote;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A fraction that amounts are multiplied by, exact until the one rounding to the minor unit.
 *
 * @param numerator not negative
 * @param denominator more than zero
 */
record Fraction(long numerator, long denominator) {

    /** The fraction that a decimal stands for: 0.0825 is 825/10000. */
    static Fraction of(BigDecimal decimal) {
        BigDecimal plain = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        return new Fraction(plain.unscaledValue().longValueExact(), powerOfTen(plain.scale()));
    }

    /** The fraction that a percentage stands for: 12.5 is 125/1000. */
    static Fraction ofPercent(BigDecimal percent) {
        return of(percent.movePointLeft(2));
    }

    /** The part of a whole that contains it: of rates that sum to {@code all}, this one's part is rate/(1+all). */
    Fraction insideOf(Fraction all) {
        long common = Math.max(denominator, all.denominator);
        long own = Math.multiplyExact(numerator, common / denominator);
        return new Fraction(own, Math.addExact(common, Math.multiplyExact(all.numerator, common / all.denominator)));
    }

    /** Both fractions together; the denominators are powers of ten. */
    Fraction plus(Fraction other) {
        long common = Math.max(denominator, other.denominator);
        return new Fraction(
                Math.addExact(
                        Math.multiplyExact(numerator, common / denominator),
                        Math.multiplyExact(other.numerator, common / other.denominator)),
                common);
    }

    /** Whether this is written the same or, after reduction, comes to the same. */
    boolean isSame(Fraction other) {
        return (numerator == other.numerator && denominator == other.denominator)
                || BigInteger.valueOf(numerator)
                        .multiply(BigInteger.valueOf(other.denominator))
                        .equals(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
    }

    /**
     * This fraction of an amount that is not negative, rounded half up.
     *
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    long of(long amount) {
        long low = amount * numerator;
        if (low >= 0 && Math.multiplyHigh(amount, numerator) == 0) {
            long quotient = low / denominator;
            long rest = low - quotient * denominator;
            return rest >= denominator - rest ? quotient + 1 : quotient;
        }
        BigInteger wide = BigInteger.valueOf(denominator);
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(numerator))
                .shiftLeft(1)
                .add(wide)
                .divide(wide.shiftLeft(1))
                .longValueExact();
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power = Math.multiplyExact(power, 10);
        }
        return power;
    }
}
