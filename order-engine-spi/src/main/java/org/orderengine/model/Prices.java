package org.orderengine.model;

import java.util.List;

/**
 * The prices of an order: its lines, delivery and charges as they were priced together, and the benefits that made them so. A change of the
 * order enters all of it, and puts all of it back where it is not made.
 *
 * @param lines the lines
 * @param shipping the delivery
 * @param charges the charges
 * @param coupons the coupons
 * @param offers each offer that gave something since the order was placed, as it was then
 */
public record Prices(
        List<Line> lines, Shipping shipping, List<Charge> charges, List<Coupon> coupons, List<Offer> offers) {

    public Prices {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
        coupons = List.copyOf(coupons);
        offers = List.copyOf(offers);
    }

    /** Prices without charges. */
    public Prices(List<Line> lines, Shipping shipping, List<Coupon> coupons, List<Offer> offers) {
        this(lines, shipping, List.of(), coupons, offers);
    }

    /** These prices with other lines and coupons. */
    public Prices with(List<Line> newLines, List<Coupon> newCoupons) {
        return new Prices(newLines, shipping, charges, newCoupons, offers);
    }
}
