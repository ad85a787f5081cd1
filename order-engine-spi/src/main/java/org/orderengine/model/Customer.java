package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * The facts that an order keeps of the person who placed it, as they were then.
 *
 * @param memberTier the tier that the order was priced for, if the membership system named one
 * @param deliveryAddress where the goods go
 * @param billingAddress the address of the invoice; null for the delivery address
 */
public record Customer(
        @Nullable String memberTier, @Nullable Address deliveryAddress, @Nullable Address billingAddress) {

    /** A customer of whom nothing is known. */
    public static final Customer UNKNOWN = new Customer(null, null, null);

    /** This customer in a tier. */
    public Customer inTier(@Nullable String tier) {
        return new Customer(tier, deliveryAddress, billingAddress);
    }

    /** This customer with other addresses, where they are given. */
    public Customer movedTo(@Nullable Address delivery, @Nullable Address billing) {
        return new Customer(
                memberTier, delivery == null ? deliveryAddress : delivery, billing == null ? billingAddress : billing);
    }
}
