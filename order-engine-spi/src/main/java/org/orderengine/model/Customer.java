package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * What an order keeps of the one who placed it: as it was then, whatever becomes of his account.
 *
 * @param memberTier the tier that the order was priced for, if the membership system named one
 * @param deliveryAddress where the goods go
 * @param billingAddress whom the invoice names; null for the delivery address
 */
public record Customer(
        @Nullable String memberTier, @Nullable Address deliveryAddress, @Nullable Address billingAddress) {

    /** Somebody of whom nothing is known. */
    public static final Customer UNKNOWN = new Customer(null, null, null);

    /** This customer in a tier. */
    public Customer inTier(@Nullable String tier) {
        return new Customer(tier, deliveryAddress, billingAddress);
    }

    /** This customer with other addresses where they are given, and otherwise those that he has. */
    public Customer movedTo(@Nullable Address delivery, @Nullable Address billing) {
        return new Customer(
                memberTier, delivery == null ? deliveryAddress : delivery, billing == null ? billingAddress : billing);
    }
}
