package org.orderengine.pricing;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.orderengine.model.Offer;
import org.orderengine.pricing.offer.OfferReader;
import org.orderengine.source.JsonSource;
import org.orderengine.source.JsonSource.Place;
import org.orderengine.source.JsonSourceException;

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
     * @param line the line that it stands in, from 1
     * @param column the column, from 1
     * @param message what it is, and what would be right
     */
    public record Finding(int line, int column, String message) {

        private static Finding at(Place place, String message) {
            return new Finding(place.line(), place.column(), message);
        }

        @Override
        public String toString() {
            return new Place(line, column) + ": " + message;
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
            List<Offer> offers = new OfferReader(currency, (place, message) -> findings.add(Finding.at(place, message)))
                    .offers(JsonSource.read(text));
            if (findings.isEmpty()) {
                return offers;
            }
        } catch (JsonSourceException malformed) {
            findings.add(Finding.at(malformed.place(), String.valueOf(malformed.getMessage())));
        }
        throw new OfferFormatException(findings);
    }
}
