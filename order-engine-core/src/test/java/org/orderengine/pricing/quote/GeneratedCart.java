package org.orderengine.pricing.quote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Handling;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Origin;
import org.orderengine.policy.PointsPolicy;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.pricing.Pricing;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.spi.benefit.Member;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.pricing.TaxRate;
import org.orderengine.spi.pricing.TaxRates;

/** A cart that jqwik made up; it prints as one would write it down. */
record GeneratedCart(
        Currency currency,
        PricingPolicy policy,
        List<GeneratedLine> lines,
        List<Offer> offers,
        long points,
        long shipping) {

    /** The tax categories, and what each bears; {@code none} is untaxed. */
    static final Map<String, List<TaxRate>> TAXES = Map.of(
            "standard", List.of(rate(null, "0.20")),
            "reduced", List.of(rate(null, "0.055")),
            "twofold", List.of(rate("state", "0.0625"), rate("city", "0.0175")),
            "zero", List.of(rate(null, "0")));

    static final String TIER = "gold";

    /** A line; minimum and price are of a whole unit, in minor units; the quantity is in steps where there is a measure. */
    record GeneratedLine(
            long price, long quantity, String tax, String category, long minimum, @Nullable Measure measure) {

        /** What so much is of all of it, half up. */
        long of(long each) {
            return Measure.decimal(measure, quantity)
                    .multiply(BigDecimal.valueOf(each))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }

        @Override
        public String toString() {
            return Measure.words(measure, quantity) + " × " + price + " " + category + " taxed " + tax
                    + (minimum > 0 ? " at least " + minimum : "");
        }
    }

    QuoteRequest request() {
        List<QuoteRequest.QuoteLine> asked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            BigDecimal quantity =
                    Measure.decimal(lines.get(i).measure(), lines.get(i).quantity());
            asked.add(new QuoteRequest.QuoteLine(String.valueOf(i + 1), sku(i), quantity, null, Map.of(), null));
        }
        return new QuoteRequest(
                Origin.UNKNOWN, asked, List.of(), points, null, money(shipping), Instant.parse("2026-01-01T00:00:00Z"));
    }

    PricingFacts facts() {
        Map<String, Product> products = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            GeneratedLine line = lines.get(i);
            products.put(
                    sku(i),
                    new Product(
                            sku(i),
                            money(line.price()),
                            null,
                            line.tax(),
                            line.category(),
                            null,
                            Map.of(),
                            money(line.minimum()),
                            new Handling(Handling.Fulfilment.PARCEL, true, line.measure())));
        }
        return new PricingFacts(products, new TaxRates(TAXES), offers, new Member(TIER, Long.MAX_VALUE));
    }

    PriceCalculator pricing() {
        return new PriceCalculator(
                new Pricing(policy.withShippingTaxCategory("standard").withPoints(new PointsPolicy(money(3), 1))));
    }

    QuoteResult quote() {
        return pricing().quote(request(), facts());
    }

    QuoteResult.Quoted quoted() {
        if (quote() instanceof QuoteResult.Quoted quoted) {
            return quoted;
        }
        throw new AssertionError("no price: " + quote());
    }

    Money money(long minorUnits) {
        return Money.ofMinor(currency, minorUnits);
    }

    static String sku(int line) {
        return "S" + (line + 1);
    }

    private static TaxRate rate(@Nullable String name, String rate) {
        return new TaxRate(name, new BigDecimal(rate));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("a cart of ")
                .append(currency.getCurrencyCode())
                .append(policy.pricesIncludeTax() ? ", prices include tax" : ", tax on top")
                .append(", rounded per ")
                .append(policy.taxRounding())
                .append(", ")
                .append(policy.allocation())
                .append(", ")
                .append(points)
                .append(" points, shipping ")
                .append(shipping);
        lines.forEach(line -> text.append("\n  ").append(line));
        offers.forEach(offer -> text.append("\n  ").append(offer));
        return text.toString();
    }
}
