package org.orderengine.model;

/**
 * A coupon of an order, which counts once and comes back at most once (B1). The use of a limited offer that needs no code is kept
 * like a coupon, under the offer's {@linkplain #ofOffer name}.
 *
 * @param code the code that the buyer entered, or {@code offer:} and the id of a limited offer that needs none
 * @param state how far it is
 */
public record Coupon(String code, State state) {

    private static final String OFFER = "offer:";

    /** How far a coupon is. */
    public enum State {
        /** The order carries the code; nothing was redeemed. */
        CARRIED,
        /** It counts as used. */
        REDEEMED,
        /** It was used and was given back. */
        RETURNED
    }

    public Coupon {
        Checks.requireText(code, "coupon");
    }

    /** A coupon that the order carries and that was not redeemed yet. */
    public static Coupon carried(String code) {
        return new Coupon(code, State.CARRIED);
    }

    /** The use of a limited offer that needs no code, not counted yet. */
    public static Coupon ofOffer(String id) {
        return new Coupon(OFFER + id, State.CARRIED);
    }

    /** Whether this is the use of a limited offer, and no code that a buyer entered. */
    public boolean isOffer() {
        return code.startsWith(OFFER);
    }
}
