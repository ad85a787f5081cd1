package org.orderengine.pricing.quote;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Item;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Problem;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.spi.catalog.Product;

/** Makes worksheet rows of what was asked for, and refuses what cannot be priced. */
final class SheetBuilder {

    static final String FROM_CATALOG = "catalog";
    static final String FROM_COMMAND = "command";

    private SheetBuilder() {}

    /** The currency of the order: that of its first line's price. */
    static Currency currency(List<QuoteLine> lines, PricingFacts facts) {
        QuoteLine first = lines.get(0);
        Money price = first.price() == null ? product(first, facts).price() : first.price();
        return price.currency();
    }

    static List<SheetRow> rows(List<QuoteLine> lines, PricingFacts facts, Currency currency) {
        List<SheetRow> rows = new ArrayList<>(lines.size());
        for (QuoteLine line : lines) {
            rows.add(row(line, facts, currency));
        }
        return List.copyOf(rows);
    }

    static SheetRow shipping(@Nullable String taxCategory, Currency currency) {
        Item delivery =
                new Item("shipping", new Money(currency, 0), FROM_COMMAND, null, null, taxCategory, null, Map.of());
        return new SheetRow(currency, null, delivery, 1, null, FROM_COMMAND, 0, Map.of());
    }

    static SheetRow charge(ChargeTerms terms, Currency currency) {
        Item item =
                new Item(terms.charge(), terms.price(), FROM_COMMAND, null, null, terms.taxCategory(), null, Map.of());
        return new SheetRow(currency, null, item, 1, null, FROM_COMMAND, 0, Map.of()).charging(terms);
    }

    static void requireLines(List<QuoteLine> lines, Set<String> taken) {
        Set<String> seen = new HashSet<>(taken);
        for (QuoteLine line : lines) {
            if (line.id().isBlank()) {
                throw new PricingProblem(PricingCodes.INVALID_LINE, "a line's id is blank");
            }
            if (!seen.add(line.id())) {
                throw new PricingProblem(
                        PricingCodes.DUPLICATE_LINE, "two lines are called \"" + line.id() + "\"; ids are distinct");
            }
        }
    }

    /** The codes, each once, if each of them has an offer. */
    static Set<String> coupons(List<String> codes, List<Offer> offers) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        Set<String> known = new HashSet<>();
        for (Offer offer : offers) {
            if (offer.coupon() != null) {
                known.add(offer.coupon());
            }
        }
        for (String code : codes) {
            if (!known.contains(code)) {
                throw new PricingProblem(
                        PricingCodes.UNKNOWN_COUPON, "there is no offer for the coupon \"" + code + "\"");
            }
        }
        return new LinkedHashSet<>(codes);
    }

    static SheetRow row(QuoteLine line, PricingFacts facts, Currency currency) {
        Product product = product(line, facts);
        long quantity = quantity(line, product.handling().measure());
        if (product.price().isNegative()) {
            throw new PricingProblem(
                    PricingCodes.INVALID_PRICE,
                    "the catalog's price of " + line.sku() + " is " + product.price() + ", less than nothing");
        }
        Item item = new Item(
                product.sku(),
                product.price(),
                FROM_CATALOG,
                product.name(),
                product.category(),
                product.taxCategory(),
                product.merchant(),
                product.attributes(),
                product.handling());
        return new SheetRow(
                currency,
                line.id(),
                item,
                quantity,
                line.price(),
                FROM_COMMAND,
                floor(product, quantity, currency),
                line.attributes());
    }

    /** How many units are asked for, or steps where they are measured. */
    static long quantity(QuoteLine line, @Nullable Measure measure) {
        Problem problem = AskedQuantity.problem(line.quantity(), measure, "line " + line.id() + " of " + line.sku());
        if (problem != null) {
            throw new PricingProblem(problem);
        }
        long quantity = AskedQuantity.steps(line.quantity(), measure);
        if (quantity <= 0) {
            throw new PricingProblem(
                    PricingCodes.INVALID_QUANTITY,
                    "line " + line.id() + ": " + Measure.words(measure, quantity) + " of " + line.sku()
                            + " are asked for; more than zero is needed");
        }
        return quantity;
    }

    /** What discounts leave of so many units of a product at least, in minor units. */
    static long floor(@Nullable Product product, long quantity, Currency currency) {
        if (product == null) {
            return 0;
        }
        Money minimum = product.minimumPrice();
        if (minimum == null || !minimum.isPositive()) {
            return 0;
        }
        if (!minimum.currency().equals(currency)) {
            throw new PricingProblem(
                    PricingCodes.CURRENCY_MIXED,
                    "the minimum price of " + product.sku() + " is in "
                            + minimum.currency().getCurrencyCode() + ", the order in " + currency.getCurrencyCode());
        }
        long each = minimum.minorUnits();
        Measure measure = product.handling().measure();
        if (measure != null) {
            return new Fraction(quantity, measure.stepsPerUnit()).of(each);
        }
        // More than any price when it overflows, so that nothing can be taken off.
        boolean fits = Math.multiplyHigh(each, quantity) == 0 && each * quantity >= 0;
        return fits ? each * quantity : Long.MAX_VALUE;
    }

    private static Product product(QuoteLine line, PricingFacts facts) {
        Product product = facts.products().get(line.sku());
        if (product == null || product.sku().isBlank()) {
            throw new PricingProblem(
                    PricingCodes.UNKNOWN_PRODUCT,
                    "line " + line.id() + ": the catalog has no product \"" + line.sku() + "\"");
        }
        return product;
    }
}
