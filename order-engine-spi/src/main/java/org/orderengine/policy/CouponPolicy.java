package org.orderengine.policy;

import org.orderengine.model.Coupon;
import org.orderengine.model.Order;

/**
 * A policy on which used coupons come back when nothing is left of their order.
 *
 * <p>Default: {@link #UNLESS_SHIPPED}. It must be pure. Called by many threads at a time.
 */
@FunctionalInterface
public interface CouponPolicy {

    /** All come back, unless something has shipped. */
    CouponPolicy UNLESS_SHIPPED = (order, coupon) ->
            order.books().lines().stream().allMatch(line -> line.units().shipped() == 0);

    /** All come back, also when everything that had shipped came back. */
    CouponPolicy ALWAYS = (order, coupon) -> true;

    /** None comes back. */
    CouponPolicy NEVER = (order, coupon) -> false;

    /** Whether a coupon that counts as used comes back, now that nothing is left of its order. */
    boolean comesBack(Order order, Coupon coupon);
}
