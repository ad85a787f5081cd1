package org.orderengine.pricing;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.orderengine.json.JsonSource;
import org.orderengine.json.JsonSource.Place;
import org.orderengine.json.JsonSource.Value;
import org.orderengine.json.JsonSourceException;
import org.orderengine.spi.pricing.Offer;

/**
 * Offers in JSON, as {@code docs/pricing.md} describes them. What cannot be understood is said all at once, each with its
 * line and column.
 *
 * <pre>{@code
 * List<Offer> offers = OfferJson.read("""
 *         [ { "id": "ten-off", "on": "order", "percent": "10", "when": { "minSubtotal": "50.00" } } ]""", EUR);
 * }</pre>
 */
public final class OfferJson {

    private OfferJson() {}

    /**
     * Something in a text that cannot be understood.
     *
     * @param place where it stands
     * @param message what it is, and what would be right
     */
    public record Finding(Place place, String message) {
        @Override
        public String toString() {
            return place + ": " + message;
        }
    }

    /** A text holds something that cannot be understood. */
    public static final class OfferFormatException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final transient List<Finding> findings;

        private OfferFormatException(List<Finding> findings) {
            super(String.join("\n", findings.stream().map(Finding::toString).toList()));
            this.findings = List.copyOf(findings);
        }

        /** Everything that cannot be understood, in the order of the text. */
        public List<Finding> findings() {
            return findings;
        }
    }

    /**
     * The offers that a text lists.
     *
     * @param text a JSON list of offers
     * @param currency the currency of their amounts
     * @throws OfferFormatException with a finding for everything in it that cannot be understood
     */
    public static List<Offer> read(String text, Currency currency) {
        List<Finding> findings = new ArrayList<>();
        try {
            Value value = JsonSource.read(text);
            List<Offer> offers = read(value, currency, (place, message) -> findings.add(new Finding(place, message)));
            if (findings.isEmpty()) {
                return offers;
            }
        } catch (JsonSourceException malformed) {
            findings.add(new Finding(malformed.place(), String.valueOf(malformed.getMessage())));
        }
        throw new OfferFormatException(findings);
    }

    /**
     * The offers that a list within a larger text holds, less those that cannot be understood.
     *
     * @param value the list
     * @param currency the currency of their amounts; null where it is not known, and amounts do not matter
     * @param findings takes everything that cannot be understood: where it stands in the whole text, and what it is
     */
    public static List<Offer> read(Value value, @Nullable Currency currency, BiConsumer<Place, String> findings) {
        return new OfferReader(currency, findings::accept).offers(value);
    }
}
