package org.orderengine.model;

import java.util.List;

/**
 * The benefits of an order: the coupons that it carries, and the membership points that it spends and earns.
 *
 * @param coupons the coupons
 * @param points the membership points
 */
public record Benefits(List<Coupon> coupons, Points points) {

    public Benefits {
        coupons = List.copyOf(coupons);
    }

    /** These benefits with other coupons. */
    public Benefits withCoupons(List<Coupon> newCoupons) {
        return new Benefits(newCoupons, points);
    }

    /** These benefits with other points. */
    public Benefits withPoints(Points newPoints) {
        return new Benefits(coupons, newPoints);
    }
}
