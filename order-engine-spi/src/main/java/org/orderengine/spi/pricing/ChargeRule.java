package org.orderengine.spi.pricing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.ChargeTerms;

/**
 * The charges that a shop adds by itself, beside those that the command asks for: a fee of a payment method, the packing, a small-order fee.
 *
 * <pre>{@code
 * ChargeRule cashOnDelivery = (order, method) -> "cod".equals(method)
 *         ? List.of(ChargeTerms.of("cod", Money.of("EUR", "2.90")))
 *         : List.of();
 * }</pre>
 *
 * <p>It is asked when an order is quoted and placed, and again when {@code pay} or {@code authorize} chooses a payment method. A charge whose
 * id the order has is not added again. One that a payment method brought goes when that payment has come to nothing, and another is tried. A
 * change of the order keeps its charges.
 *
 * <p>It has to be pure, like a {@link PricingRule}, since an order has to cost what its quote said (A8). Called by many threads at a time.
 * What it throws refuses the command with the code {@code pricing-rule-failed}: nothing happened.
 */
@FunctionalInterface
public interface ChargeRule {

    /**
     * The charges of an order.
     *
     * @param order the order as offers and points left it
     * @param paymentMethod the method that the buyer chose, in the gateway's words; null while none is chosen
     * @return the charges, none of them twice
     */
    List<ChargeTerms> charges(PricingContext order, @Nullable String paymentMethod);

    /** The tax categories of its charges: their rates are asked for with those of the goods. */
    default Set<String> taxCategories() {
        return Set.of();
    }
}
