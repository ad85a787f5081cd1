package org.orderengine.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount of money in one currency, held as a whole number of minor units.
 *
 * <p>For example, 1999 minor units of EUR is €19.99 and 1999 minor units of JPY is ¥1999. An amount has no fraction of a minor
 * unit: the code that computes one rounds it before.
 *
 * <pre>{@code
 * Money price = Money.of("EUR", "19.99");
 * price.times(3);                            // EUR 59.97
 * price.times(new BigDecimal("0.075"));      // EUR 1.50, rounded half up
 * }</pre>
 *
 * <p>Arithmetic is exact. A result that does not fit a {@code long} is an {@link ArithmeticException}. Two currencies in one
 * operation are an {@link IllegalArgumentException}.
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param currency the currency
 * @param minorUnits the amount in minor units, negative for a credit
 */
public record Money(Currency currency, long minorUnits) implements Comparable<Money> {

    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    /** The amount of {@code minorUnits} in {@code currency}. */
    public static Money ofMinor(Currency currency, long minorUnits) {
        return new Money(currency, minorUnits);
    }

    /** Nothing, in {@code currency}. */
    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    /**
     * The amount that {@code text} states in major units, for example {@code of("EUR", "19.99")}.
     *
     * @throws IllegalArgumentException if the code is no ISO 4217 currency, or the text is no decimal with exactly the
     *     currency's fraction digits
     */
    public static Money of(String currencyCode, String text) {
        return parse(Currency.getInstance(currencyCode), text);
    }

    /**
     * The amount that {@code text} states in major units with exactly the currency's fraction digits.
     *
     * @throws IllegalArgumentException if it does not, or does not fit a {@code long} of minor units
     */
    public static Money parse(Currency currency, String text) {
        int digits = digits(currency);
        if (!MoneyText.isDecimal(text, digits)) {
            throw new IllegalArgumentException("\"" + text + "\" is not an amount of " + currency.getCurrencyCode()
                    + ": write it in major units with " + digits + " fraction digits, like "
                    + MoneyText.format(1230, digits));
        }
        try {
            return new Money(currency, new BigDecimal(text).unscaledValue().longValueExact());
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("\"" + text + "\" is more than an amount can hold", tooLarge);
        }
    }

    /** This amount and {@code other} together. */
    public Money plus(Money other) {
        return new Money(currency, Math.addExact(minorUnits, other.requireSame(currency).minorUnits));
    }

    /** This amount less {@code other}; negative where {@code other} is more. */
    public Money minus(Money other) {
        return new Money(currency, Math.subtractExact(minorUnits, other.requireSame(currency).minorUnits));
    }

    /** This amount {@code factor} times. */
    public Money times(long factor) {
        return new Money(currency, Math.multiplyExact(minorUnits, factor));
    }

    /** This amount times a decimal {@code factor}, rounded half up (away from zero at the half) to the minor unit. */
    public Money times(BigDecimal factor) {
        return new Money(
                currency,
                BigDecimal.valueOf(minorUnits)
                        .multiply(factor)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    /** This amount with the opposite sign. */
    public Money negated() {
        return new Money(currency, Math.negateExact(minorUnits));
    }

    /** The smaller of this amount and {@code other}. */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of this amount and {@code other}. */
    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether this is nothing. */
    public boolean isZero() {
        return minorUnits == 0;
    }

    /** Whether this is more than nothing. */
    public boolean isPositive() {
        return minorUnits > 0;
    }

    /** Whether this is less than nothing. */
    public boolean isNegative() {
        return minorUnits < 0;
    }

    /**
     * Compares two amounts of one currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, other.requireSame(currency).minorUnits);
    }

    /** The amount in major units with exactly the currency's fraction digits, without the currency: {@code 19.99}. */
    public String toDecimal() {
        return MoneyText.format(minorUnits, digits(currency));
    }

    /** The currency's code and the amount in major units: {@code EUR 19.99}. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + toDecimal();
    }

    private Money requireSame(Currency expected) {
        if (!currency.equals(expected)) {
            throw new IllegalArgumentException(
                    "amounts of " + expected.getCurrencyCode() + " and " + currency.getCurrencyCode() + " do not mix");
        }
        return this;
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
