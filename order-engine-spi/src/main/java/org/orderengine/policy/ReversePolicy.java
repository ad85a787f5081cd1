package org.orderengine.policy;

/**
 * A policy on how orders are taken back: returns, refunds, coupons, and the prices of confirmed changes.
 *
 * <pre>{@code
 * ReversePolicy.DEFAULT.withRefunds(RefundPolicy.STORE_CREDIT).withCoupons(CouponPolicy.ALWAYS);
 * }</pre>
 *
 * <p>Where one of its functions throws, the default's answer stands, so that no order is stuck. A {@link ReturnRule} that
 * throws refuses the request.
 *
 * @param returns which returns the shop takes
 * @param refunds which payments give money back, and what fee is kept
 * @param coupons which coupons come back
 * @param prices the prices by which a proposed change is confirmed
 */
public record ReversePolicy(ReturnPolicy returns, RefundPolicy refunds, CouponPolicy coupons, ModifyPrices prices) {

    /** All defaults. */
    public static final ReversePolicy DEFAULT = new ReversePolicy(
            ReturnPolicy.DEFAULT, RefundPolicy.EARLIEST_FIRST, CouponPolicy.UNLESS_SHIPPED, ModifyPrices.AS_REQUESTED);

    /** This policy with other returns. */
    public ReversePolicy withReturns(ReturnPolicy policy) {
        return new ReversePolicy(policy, refunds, coupons, prices);
    }

    /** This policy with other refunds. */
    public ReversePolicy withRefunds(RefundPolicy policy) {
        return new ReversePolicy(returns, policy, coupons, prices);
    }

    /** This policy with coupons that come back otherwise. */
    public ReversePolicy withCoupons(CouponPolicy policy) {
        return new ReversePolicy(returns, refunds, policy, prices);
    }

    /** This policy with changes that are confirmed by other prices. */
    public ReversePolicy withPrices(ModifyPrices policy) {
        return new ReversePolicy(returns, refunds, coupons, policy);
    }
}
