package org.orderengine.model;

/**
 * A discount of one line or of the shipping, and where it comes from.
 *
 * @param source the id of the offer, {@link #POINTS}, {@link #TAX_EXEMPTION}, {@link #WEIGHED_OVER}, or a name that a rule of the host's
 *     gave
 * @param amount how much it takes off, not negative
 */
public record Adjustment(String source, Money amount) {

    /** The source of the discount that spent points give. */
    public static final String POINTS = "points";

    /** The source of the discount that gives an exempt buyer the tax that prices include. */
    public static final String TAX_EXEMPTION = "tax-exemption";

    /** The source of the discount by which goods that weigh more than was ordered cost no more than was agreed. */
    public static final String WEIGHED_OVER = "weighed-over";

    public Adjustment {
        Checks.requireText(source, "source of a discount");
        Checks.requireNotNegative(amount, "discount", source);
    }

    /** Whether that source has a meaning of its own, so that no offer can be called so. */
    public static boolean isReserved(String source) {
        return source.equals(POINTS) || source.equals(TAX_EXEMPTION) || source.equals(WEIGHED_OVER);
    }
}
