package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * The facts that an order keeps of the person who placed it, as they were then.
 *
 * @param memberTier the tier that the order was priced for, if the membership system named one
 * @param deliveryAddress where the goods go
 * @param billingAddress the address of the invoice; null for the delivery address
 * @param taxNumber the buyer's number for value added tax or the like; null where none was given
 */
public record Customer(
        @Nullable String memberTier,
        @Nullable Address deliveryAddress,
        @Nullable Address billingAddress,
        @Nullable String taxNumber) {

    /** What takes the place of personal data that was erased, wherever an order or its history had it. */
    public static final String ERASED = "erased";

    /** A customer of whom nothing is known. */
    public static final Customer UNKNOWN = new Customer(null, null, null, null);

    /** A customer without a tax number. */
    public Customer(@Nullable String memberTier, @Nullable Address deliveryAddress, @Nullable Address billingAddress) {
        this(memberTier, deliveryAddress, billingAddress, null);
    }

    /** This customer in a tier. */
    public Customer inTier(@Nullable String tier) {
        return new Customer(tier, deliveryAddress, billingAddress, taxNumber);
    }

    /** This customer with other addresses, where they are given. */
    public Customer movedTo(@Nullable Address delivery, @Nullable Address billing) {
        return new Customer(
                memberTier,
                delivery == null ? deliveryAddress : delivery,
                billing == null ? billingAddress : billing,
                taxNumber);
    }

    /** This customer with a tax number; null for none. */
    public Customer withTaxNumber(@Nullable String number) {
        return new Customer(memberTier, deliveryAddress, billingAddress, number);
    }

    /** Without the tax number, which may be personal. */
    @Override
    public String toString() {
        return "Customer[" + memberTier + ", " + deliveryAddress + ", " + billingAddress + "]";
    }
}
