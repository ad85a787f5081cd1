package org.orderengine.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;
import org.orderengine.model.Problem;

/**
 * What made a price: every change that a rule made, and every offer that gave less than it says or nothing.
 *
 * <p>Entries stand in the order in which they happened, each with the rule that it happened in and what brought it about.
 *
 * <pre>{@code
 * for (Explanation.Entry entry : quoted.explanation().entries()) {
 *     if (entry instanceof Explanation.NotApplied missed) {
 *         show(missed.source(), missed.reason(), missed.required());
 *     }
 * }
 * }</pre>
 *
 * <p>Immutable, and safe for any number of threads.
 *
 * @param entries what happened
 */
public record Explanation(List<Entry> entries) {

    public Explanation {
        entries = List.copyOf(entries);
    }

    /** One thing that happened while the order was priced. */
    public sealed interface Entry {
        /** The rule that it happened in. */
        String rule();

        /** What brought it about: an offer's id, a tax category, or where a price came from. */
        String source();
    }

    /**
     * A rule changed a line or the delivery.
     *
     * @param rule the rule
     * @param source what brought it about
     * @param line the line; null for the delivery and for charges
     * @param kind what it changed
     * @param amount by how much, in the direction that {@code kind} says
     */
    public record Changed(String rule, String source, @Nullable String line, Kind kind, Money amount)
            implements Entry {}

    /** What a change changed. */
    public enum Kind {
        /** The amount is the price, before any discount. */
        PRICE,
        /** The amount was taken off. */
        DISCOUNT,
        /** The amount is the price of a charge beside the goods, whose id is the source. */
        CHARGE,
        /** The amount is a tax: on top of the price, or in it where prices include tax. */
        TAX
    }

    /**
     * An offer gave less than it says, because lines have a minimum price.
     *
     * @param rule the rule
     * @param source the offer
     * @param wanted what it says
     * @param given what there was room for
     */
    public record Limited(String rule, String source, Money wanted, Money given) implements Entry {}

    /**
     * An offer gave nothing.
     *
     * @param rule the rule
     * @param source the offer
     * @param reason why
     * @param found what the reason speaks of and was found: minor units, units, or 0
     * @param required what would have been enough, likewise
     */
    public record NotApplied(String rule, String source, Reason reason, long found, long required) implements Entry {}

    /**
     * A rule noted something: one of the host's, or an offer that leaves out lines.
     *
     * @param rule the rule
     * @param source what it speaks of
     * @param why what it says
     */
    public record Noted(String rule, String source, Problem why) implements Entry {}

    /** Why an offer gave nothing. */
    public enum Reason {
        /** The order does not carry its coupon. */
        COUPON_MISSING,
        /** Another offer of its exclusive group applied before. */
        EXCLUDED,
        /** The buyer has none of its tiers. */
        OTHER_TIER,
        /** It is not the time. */
        OTHER_TIME,
        /** No line matches. */
        NO_MATCHING_LINE,
        /** Every line that matches is measured, and the offer is of units that are counted. */
        MEASURED,
        /** The running amount of the matching lines is too small; in minor units. */
        SUBTOTAL_TOO_SMALL,
        /** The matching lines have too few units. */
        TOO_FEW_UNITS,
        /** What it is on costs nothing any more, or no more than its price. */
        NOTHING_TO_LOWER,
        /** Minimum prices leave no room for it. */
        NO_ROOM
    }
}
