package org.orderengine.model;

import java.util.List;

/**
 * A change of what an order stands for that needs stock which the inventory has not promised yet: what the order goes back to
 * if it does not. Gone as soon as the inventory has answered, or anything else has happened to the lines.
 *
 * @param effect the effect that asks the inventory
 * @param lines the lines as they were
 * @param shipping the delivery as it was
 * @param coupons the coupons as they were
 */
public record PendingChange(String effect, List<Line> lines, Shipping shipping, List<Coupon> coupons) {

    public PendingChange {
        Checks.requireText(effect, "effect");
        lines = List.copyOf(lines);
        coupons = List.copyOf(coupons);
    }
}
