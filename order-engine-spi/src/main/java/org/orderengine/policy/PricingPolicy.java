package org.orderengine.policy;

import org.jspecify.annotations.Nullable;

/**
 * A policy on how orders are priced.
 *
 * <pre>{@code
 * PricingPolicy.DEFAULT.withPricesIncludeTax(true).withShippingTaxCategory("standard");
 * }</pre>
 *
 * <p>The record has more than seven components: hosts build it from {@link #DEFAULT} and one method for each choice.
 *
 * @param pricesIncludeTax whether catalog prices and offers contain the tax; default no
 * @param shippingTaxCategory the tax category of the delivery; default null, untaxed
 * @param allocation how order discounts are spread over lines; default {@link Allocation#LARGEST_REMAINDER}
 * @param taxRounding where taxes are rounded; default {@link TaxRounding#LINE}
 * @param onCancel the discounts of the units that stay after a cancellation; default {@link ReversalPolicy#KEEP}
 * @param onReturn the discounts of the units that stay after a return; default {@link ReversalPolicy#KEEP}
 * @param onModify the discounts of the units that stay after a modification; default {@link ReversalPolicy#REQUALIFY}
 * @param onExchange the discounts of the units that stay when others are exchanged; default {@link ReversalPolicy#KEEP}
 * @param points the worth of membership points; default null, there are none
 */
public record PricingPolicy(
        boolean pricesIncludeTax,
        @Nullable String shippingTaxCategory,
        Allocation allocation,
        TaxRounding taxRounding,
        ReversalPolicy onCancel,
        ReversalPolicy onReturn,
        ReversalPolicy onModify,
        ReversalPolicy onExchange,
        @Nullable PointsPolicy points) {

    /** All defaults. */
    public static final PricingPolicy DEFAULT = new PricingPolicy(
            false,
            null,
            Allocation.LARGEST_REMAINDER,
            TaxRounding.LINE,
            ReversalPolicy.KEEP,
            ReversalPolicy.KEEP,
            ReversalPolicy.REQUALIFY,
            ReversalPolicy.KEEP,
            null);

    /** This policy for prices that contain the tax, or do not. */
    public PricingPolicy withPricesIncludeTax(boolean included) {
        return new PricingPolicy(
                included,
                shippingTaxCategory,
                allocation,
                taxRounding,
                onCancel,
                onReturn,
                onModify,
                onExchange,
                points);
    }

    /** This policy with a delivery of that tax category; null for an untaxed one. */
    public PricingPolicy withShippingTaxCategory(@Nullable String category) {
        return new PricingPolicy(
                pricesIncludeTax, category, allocation, taxRounding, onCancel, onReturn, onModify, onExchange, points);
    }

    /** This policy with another way of spreading. */
    public PricingPolicy withAllocation(Allocation newAllocation) {
        return new PricingPolicy(
                pricesIncludeTax,
                shippingTaxCategory,
                newAllocation,
                taxRounding,
                onCancel,
                onReturn,
                onModify,
                onExchange,
                points);
    }

    /** This policy with taxes rounded elsewhere. */
    public PricingPolicy withTaxRounding(TaxRounding place) {
        return new PricingPolicy(
                pricesIncludeTax,
                shippingTaxCategory,
                allocation,
                place,
                onCancel,
                onReturn,
                onModify,
                onExchange,
                points);
    }

    /** This policy with other rules for the discounts of what stays. */
    public PricingPolicy withReversal(ReversalPolicy cancel, ReversalPolicy returned, ReversalPolicy modify) {
        return new PricingPolicy(
                pricesIncludeTax,
                shippingTaxCategory,
                allocation,
                taxRounding,
                cancel,
                returned,
                modify,
                onExchange,
                points);
    }

    /** This policy with another rule for the discounts of what stays when units are exchanged. */
    public PricingPolicy withExchange(ReversalPolicy exchange) {
        return new PricingPolicy(
                pricesIncludeTax,
                shippingTaxCategory,
                allocation,
                taxRounding,
                onCancel,
                onReturn,
                onModify,
                exchange,
                points);
    }

    /** This policy with points of that worth; null for none. */
    public PricingPolicy withPoints(@Nullable PointsPolicy newPoints) {
        return new PricingPolicy(
                pricesIncludeTax,
                shippingTaxCategory,
                allocation,
                taxRounding,
                onCancel,
                onReturn,
                onModify,
                onExchange,
                newPoints);
    }
}
