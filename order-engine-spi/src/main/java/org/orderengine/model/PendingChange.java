package org.orderengine.model;

import java.util.List;

/**
 * A change that waits for stock or a coupon, and what the order goes back to if it is declined.
 *
 * <p>It ends when the effect is answered, or when something else has changed the lines.
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
