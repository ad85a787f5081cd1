package org.orderengine.model;

import java.util.List;

/**
 * A change of what an order stands for that needs stock which the inventory has not promised yet, or a coupon that nobody has
 * counted yet: what the order goes back to if they are not there. Gone as soon as that is answered, or anything else has happened
 * to the lines.
 *
 * @param effect the effect that asks for it; where both are asked for, the one that asks the inventory
 * @param lines the lines as they were
 * @param shipping the delivery as it was
 * @param coupons the coupons as they were
 */
public record PendingChange(EffectId effect, List<Line> lines, Shipping shipping, List<Coupon> coupons) {

    public PendingChange {
        lines = List.copyOf(lines);
        coupons = List.copyOf(coupons);
    }

    /** Whether an effect is owed by the commit that made the change. */
    public boolean isOwedWith(OwedEffect owed) {
        return owed.id().revision() == effect.revision();
    }
}
