package org.orderengine.model;

import java.util.List;

/**
 * The benefits of an order: the coupons that it carries, the membership points that it spends and earns, and the offers that gave it
 * something.
 *
 * @param coupons the coupons
 * @param points the membership points
 * @param offers each offer that gave something since the order was placed, whole and as it was then, in the order in which they
 *     apply; each id once
 */
public record Benefits(List<Coupon> coupons, Points points, List<Offer> offers) {

    /** How many offers an order keeps. */
    public static final int MAX_OFFERS = 50;

    public Benefits {
        coupons = List.copyOf(coupons);
        offers = List.copyOf(offers);
        Parts.requireDistinct(offers, Offer::id, "offer");
        if (offers.size() > MAX_OFFERS) {
            throw Checks.refused("an order keeps " + MAX_OFFERS + " offers, not " + offers.size());
        }
    }

    /** Benefits without offers. */
    public Benefits(List<Coupon> coupons, Points points) {
        this(coupons, points, List.of());
    }

    /** These benefits with other coupons. */
    public Benefits withCoupons(List<Coupon> newCoupons) {
        return new Benefits(newCoupons, points, offers);
    }

    /** These benefits with other points. */
    public Benefits withPoints(Points newPoints) {
        return new Benefits(coupons, newPoints, offers);
    }

    /** These benefits with other offers. */
    public Benefits withOffers(List<Offer> newOffers) {
        return new Benefits(coupons, points, newOffers);
    }
}
