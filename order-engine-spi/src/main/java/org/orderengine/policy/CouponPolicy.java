package org.orderengine.policy;

import org.orderengine.model.Coupon;
import org.orderengine.model.Order;

/** Which used coupons come back once an order stands for nothing any more. Pure. */
@FunctionalInterface
public interface CouponPolicy {

    /** All, unless something has shipped. */
    CouponPolicy UNLESS_SHIPPED = (order, coupon) ->
            order.books().lines().stream().allMatch(line -> line.units().shipped() == 0);

    /** All, also when everything that had shipped came back. */
    CouponPolicy ALWAYS = (order, coupon) -> true;

    /** None. */
    CouponPolicy NEVER = (order, coupon) -> false;

    /** Whether a coupon that counts as used comes back, now that nothing is left of its order. */
    boolean comesBack(Order order, Coupon coupon);
}
