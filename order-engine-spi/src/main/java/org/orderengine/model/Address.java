package org.orderengine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A postal address, as it was when it was given. It holds personal data, and its {@link #toString} does not tell them.
 *
 * <p>More than seven components: an address on an envelope has no smaller parts.
 *
 * @param recipient who receives
 * @param company the recipient's company
 * @param lines street, house and what else finds the door, in the order in which they are written
 * @param postalCode the postal code
 * @param city the city or town
 * @param region the state, province or prefecture
 * @param country the country, as ISO 3166-1 alpha-2 says: {@code DE}
 * @param phone a phone number for the carrier
 * @param email an email address for the carrier
 */
public record Address(
        @Nullable String recipient,
        @Nullable String company,
        List<String> lines,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country,
        @Nullable String phone,
        @Nullable String email) {

    /** How many lines an address has at most, as input. */
    public static final int MAX_LINES = 10;

    public Address {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return country == null ? "Address" : "Address in " + country;
    }
}
