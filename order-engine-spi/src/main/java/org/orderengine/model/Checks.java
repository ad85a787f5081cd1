package org.orderengine.model;

/** The checks that the constructors of this package share. */
final class Checks {

    private Checks() {}

    static String requireText(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        return text;
    }

    static long requireNotNegative(long value, String what) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " is " + value + ", less than zero");
        }
        return value;
    }

    static long requireNotNegative(long value, String what, String id) {
        return value < 0 ? requireNotNegative(value, what + " " + id) : value;
    }

    static Money requireNotNegative(Money amount, String what, String id) {
        return amount.isNegative() ? requireNotNegative(amount, what + " " + id) : amount;
    }

    static long requirePositive(long value, String what, String id) {
        return value <= 0 ? requirePositive(value, what + " " + id) : value;
    }

    static String requireText(String text, String what, String id) {
        return text.isBlank() ? requireText(text, what + " " + id) : text;
    }

    static long requirePositive(long value, String what) {
        if (value <= 0) {
            throw new IllegalArgumentException(what + " is " + value + ", not more than zero");
        }
        return value;
    }

    static Money requireNotNegative(Money amount, String what) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException(what + " is " + amount + ", less than zero");
        }
        return amount;
    }

    static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(why);
    }
}
