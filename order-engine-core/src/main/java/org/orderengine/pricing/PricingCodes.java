package org.orderengine.pricing;

/** The codes with which prices are refused. Each is explained in {@code docs/errors.md}. */
public final class PricingCodes {

    /** The order has no lines. */
    public static final String NO_LINES = "no-lines";

    /** A line's id is blank. */
    public static final String INVALID_LINE = "invalid-line";

    /** Two lines have one id. */
    public static final String DUPLICATE_LINE = "duplicate-line";

    /** The order has no line of that id. */
    public static final String UNKNOWN_LINE = "unknown-line";

    /** The catalog does not have the product. */
    public static final String UNKNOWN_PRODUCT = "unknown-product";

    /** A charge's id is blank. */
    public static final String INVALID_CHARGE = "invalid-charge";

    /** Two charges have one id. */
    public static final String DUPLICATE_CHARGE = "duplicate-charge";

    /**
     * A quantity is not more than zero, or less than zero where zero takes a line off; or a decimal of goods that are counted, or with
     * more digits than their measure has.
     */
    public static final String INVALID_QUANTITY = "invalid-quantity";

    /** An offer of units that are counted leaves out goods that are measured. */
    public static final String MEASURED_GOODS = "measured-goods";

    /** A quantity is to go below what was shipped. */
    public static final String UNITS_SHIPPED = "units-shipped";

    /** A price is less than nothing. */
    public static final String INVALID_PRICE = "invalid-price";

    /** No pricing rule set a price for a line. */
    public static final String LINE_WITHOUT_PRICE = "line-without-price";

    /** An amount is of another currency than the order's first price. */
    public static final String CURRENCY_MIXED = "currency-mixed";

    /** An amount, or the whole order, is more than 9,223,372,036,854,775,807 minor units. */
    public static final String AMOUNT_OVERFLOW = "amount-overflow";

    /** There is no offer for the coupon. */
    public static final String UNKNOWN_COUPON = "unknown-coupon";

    /** Fewer than zero points are to be spent. */
    public static final String INVALID_POINTS = "invalid-points";

    /** Points are to be spent where they are worth nothing. */
    public static final String POINTS_NOT_ACCEPTED = "points-not-accepted";

    /** More points are to be spent than the buyer has. */
    public static final String POINTS_SHORT = "points-short";

    /** Two offers have one id. */
    public static final String DUPLICATE_OFFER = "duplicate-offer";

    /** An offer names a rule that nobody registered. */
    public static final String UNKNOWN_OFFER_RULE = "unknown-offer-rule";

    /** A pricing rule, a charge rule or an offer rule of the host threw, or answered what no rule may. */
    public static final String RULE_FAILED = "pricing-rule-failed";

    private PricingCodes() {}
}
