package org.orderengine.spi.store;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderCondition.Operator;

/**
 * A kind of term that orders are found by. An order can have many terms of a kind: the articles of its lines, the numbers of its
 * parcels.
 *
 * <p>Each kind writes its terms in one normal form, so that what people type finds what was stored: a phone number is its digits, an
 * e-mail address is in lower case, everything else is without blanks around it. A term is found whole or by its beginning, never by
 * what it contains.
 *
 * <p>Immutable, so safe for any number of threads. Two kinds of one name are equal.
 */
public final class OrderTerm implements OrderField<String> {

    /** The most characters of a term; what is longer is cut. */
    public static final int LENGTH = 128;

    /** A state around the active ones, or one of several; a state that is the only one stands in its column. */
    static final OrderTerm STATE = new OrderTerm("state_name", String::trim, false);

    /** An article of a line. */
    public static final OrderTerm SKU = new OrderTerm("sku", String::trim, false);

    /** The number of the order in a foreign system. */
    public static final OrderTerm ORDER_NUMBER = new OrderTerm("order_number", String::trim, false);

    /** The number of a parcel. */
    public static final OrderTerm TRACKING = new OrderTerm("tracking", String::trim, false);

    /** A provider's reference of a payment. */
    public static final OrderTerm PAYMENT_REFERENCE = new OrderTerm("payment_reference", String::trim, false);

    /** The code of a coupon. */
    public static final OrderTerm COUPON = new OrderTerm("coupon", String::trim, false);

    /** A tag of the host. */
    public static final OrderTerm TAG = new OrderTerm("tag", String::trim, false);

    /** An e-mail address of the buyer; personal. */
    public static final OrderTerm EMAIL =
            new OrderTerm("email", text -> text.trim().toLowerCase(Locale.ROOT), true);

    /** A phone number of the buyer; personal. */
    public static final OrderTerm PHONE = new OrderTerm("phone", OrderTerm::digits, true);

    /** The kinds that every order may have, without the host's attributes. */
    public static final List<OrderTerm> ALL =
            List.of(SKU, ORDER_NUMBER, TRACKING, PAYMENT_REFERENCE, COUPON, TAG, EMAIL, PHONE);

    private static final String ATTRIBUTE = "attribute:";
    private static final List<Operator> OPERATORS = List.of(Operator.IS, Operator.PREFIX);

    private final String name;
    private final UnaryOperator<String> normaliser;

    private final boolean isPersonal;

    private OrderTerm(String name, UnaryOperator<String> normaliser, boolean isPersonal) {
        this.name = name;
        this.normaliser = normaliser;
        this.isPersonal = isPersonal;
    }

    /** The kind of an attribute that a host names. Its name is {@code attribute:} and that of the attribute. */
    public static OrderTerm attribute(String attribute) {
        if (attribute.isBlank()) {
            throw new IllegalArgumentException("An attribute without a name finds nothing: name one");
        }
        return new OrderTerm(ATTRIBUTE + attribute, String::trim, false);
    }

    private static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .map(digit -> '0' + Character.digit(digit, 10))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public String name() {
        return name;
    }

    /** Whether terms of this kind tell who a person is, so that a host may have them sealed. */
    public boolean isPersonal() {
        return isPersonal;
    }

    @Override
    public List<Operator> operators() {
        return OPERATORS;
    }

    @Override
    public String cast(Object value) {
        return (String) value;
    }

    /** A term in its normal form; empty where nothing is left of it. */
    @Override
    public String normal(String text) {
        String normal = normaliser.apply(text);
        return normal.codePointCount(0, normal.length()) <= LENGTH
                ? normal
                : normal.substring(0, normal.offsetByCodePoints(0, LENGTH));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderTerm term && name.equals(term.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
