package org.orderengine.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes, how, and to whom for taxes: what prices, offers and taxes may depend on besides the goods. It holds personal data,
 * which its text form does not tell.
 *
 * @param address the delivery address; null where none is known
 * @param method the delivery method's name, if one was chosen
 * @param taxNumber the buyer's number for value added tax or the like, if one was given
 */
public record Destination(@Nullable Address address, @Nullable String method, @Nullable String taxNumber) {

    /** A destination of which nothing is known. */
    public static final Destination UNKNOWN = new Destination(null, null, null);

    /** The destination of an order. */
    public static Destination of(Customer customer, @Nullable String method) {
        return new Destination(customer.deliveryAddress(), method, customer.taxNumber());
    }

    /** Whether it is the same place and the same buyer for taxes. */
    public boolean isSameForTaxes(Destination other) {
        return Objects.equals(country(), other.country())
                && Objects.equals(region(), other.region())
                && Objects.equals(
                        address == null ? null : address.postalCode(),
                        other.address == null ? null : other.address.postalCode())
                && Objects.equals(
                        address == null ? null : address.city(), other.address == null ? null : other.address.city())
                && Objects.equals(taxNumber, other.taxNumber);
    }

    /** The country of the address, as ISO 3166-1 alpha-2 says; null where it is not known. */
    public @Nullable String country() {
        return address == null ? null : address.country();
    }

    /** The state, province or prefecture of the address; null where it is not known. */
    public @Nullable String region() {
        return address == null ? null : address.region();
    }

    @Override
    public String toString() {
        return "Destination[" + address + ", " + method + "]";
    }
}
