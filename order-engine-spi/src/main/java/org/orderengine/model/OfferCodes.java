package org.orderengine.model;

/** The codes of {@link InvalidOfferException}: how an offer contradicts itself. Each is explained in {@code docs/errors.md}. */
public final class OfferCodes {

    /** An offer's id is blank, or has a meaning of its own: {@code points}, {@code tax-exemption}. */
    public static final String OFFER_ID_RESERVED = "offer-id-reserved";

    /** An offer's coupon is blank. */
    public static final String OFFER_COUPON_BLANK = "offer-coupon-blank";

    /** An amount of an offer is less than nothing. */
    public static final String OFFER_AMOUNT_NEGATIVE = "offer-amount-negative";

    /** An offer could never be used: a limit is not more than zero. */
    public static final String OFFER_LIMIT_NOT_POSITIVE = "offer-limit-not-positive";

    /** One buyer may use an offer more often than all buyers together. */
    public static final String OFFER_LIMITS_CONTRADICT = "offer-limits-contradict";

    /** What an offer gives does not go with what it is on. */
    public static final String OFFER_TARGET_CONTRADICTS = "offer-target-contradicts";

    /** A percentage is not from 0 to 100, or has more than 10 digits after the point. */
    public static final String OFFER_PERCENT_OUT_OF_RANGE = "offer-percent-out-of-range";

    /** A number of units is less than zero. */
    public static final String OFFER_QUANTITY_NEGATIVE = "offer-quantity-negative";

    /** A number of units is not more than zero. */
    public static final String OFFER_QUANTITY_NOT_POSITIVE = "offer-quantity-not-positive";

    /** A bundle has no parts. */
    public static final String OFFER_BUNDLE_EMPTY = "offer-bundle-empty";

    /** A part of a bundle names nothing, two things, or what another part names. */
    public static final String OFFER_BUNDLE_CONTRADICTS = "offer-bundle-contradicts";

    /** An offer has no steps, or no tier prices. */
    public static final String OFFER_STEPS_EMPTY = "offer-steps-empty";

    /** The steps of an offer do not rise, or mix what they count. */
    public static final String OFFER_STEPS_CONTRADICT = "offer-steps-contradict";

    /** The name of an offer's rule is blank. */
    public static final String OFFER_RULE_BLANK = "offer-rule-blank";

    /** The time of an offer ends before it starts. */
    public static final String OFFER_WINDOW_EMPTY = "offer-window-empty";

    /** An offer's hours have a start and no end, or an end and no start. */
    public static final String OFFER_WINDOW_CONTRADICTS = "offer-window-contradicts";

    private OfferCodes() {}
}
