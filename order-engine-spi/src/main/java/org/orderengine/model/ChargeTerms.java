package org.orderengine.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a charge: something that an order costs beside its goods, as it was asked for.
 *
 * <p>For example a fee for cash on delivery, the packing, or the deposit on bottles. It has no unit and no parcel, no offer lowers it, and
 * it counts for no points. It is taxed as a line of its tax category is.
 *
 * <pre>{@code
 * ChargeTerms cod = ChargeTerms.of("cod", Money.of("EUR", "2.90")).taxedAs("standard");
 * ChargeTerms deposit = ChargeTerms.of("deposit", Money.of("EUR", "1.50")).ofLine("1");
 * }</pre>
 *
 * <p>The constructor checks nothing: the engine refuses a charge that makes no sense with a code.
 *
 * @param charge the charge's id within its order
 * @param price what it costs before tax, or with it where prices include tax
 * @param taxCategory the category that its tax rates are looked up by; without one it is untaxed
 * @param refund what of it goes back when goods go
 * @param line the line whose units it is for; null where it is for the whole order
 */
public record ChargeTerms(
        String charge, Money price, @Nullable String taxCategory, Refund refund, @Nullable String line) {

    /** What of a charge goes back when goods are cancelled or returned. */
    public enum Refund {
        /** All of it once nothing of the order remains. That of a line goes with the line's units, pro rata. */
        WITH_LAST,
        /** As much as goods go, by their prices; that of a line by the line's units. */
        PRO_RATA,
        /** Nothing. */
        NEVER
    }

    public ChargeTerms {
        Objects.requireNonNull(charge, "the id of a charge");
        Objects.requireNonNull(price, "the price of a charge");
        Objects.requireNonNull(refund, "what of a charge goes back");
    }

    /** An untaxed charge for the whole order, which goes back with the last of its goods. */
    public static ChargeTerms of(String charge, Money price) {
        return new ChargeTerms(charge, price, null, Refund.WITH_LAST, null);
    }

    /** This charge in a tax category. */
    public ChargeTerms taxedAs(@Nullable String category) {
        return new ChargeTerms(charge, price, category, refund, line);
    }

    /** This charge when something else of it goes back. */
    public ChargeTerms refunded(Refund what) {
        return new ChargeTerms(charge, price, taxCategory, what, line);
    }

    /** This charge for the units of a line. */
    public ChargeTerms ofLine(@Nullable String id) {
        return new ChargeTerms(charge, price, taxCategory, refund, id);
    }

    /** This charge at another price. */
    public ChargeTerms at(Money newPrice) {
        return new ChargeTerms(charge, newPrice, taxCategory, refund, line);
    }
}
