package org.orderengine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The product of a line, as it was when the line was placed.
 *
 * <p>More than seven components: it is the copy of what a catalog says of one product.
 *
 * @param sku the product's stock keeping unit
 * @param unitPrice the price of one whole unit, not negative; with or without tax as the order's {@link Books} say
 * @param priceSource where the price comes from: {@code catalog}, or what the command named
 * @param name the product's name for people, if the catalog has one
 * @param category the category that offers and return rules ask for
 * @param taxCategory the category that tax rates are looked up by; without one the line is untaxed
 * @param merchant who sells it
 * @param attributes further facts of the product that the host wants to keep with the order
 * @param handling how its units are treated
 */
public record Item(
        String sku,
        Money unitPrice,
        String priceSource,
        @Nullable String name,
        @Nullable String category,
        @Nullable String taxCategory,
        @Nullable String merchant,
        Map<String, String> attributes,
        Handling handling) {

    public Item {
        Checks.requireText(sku, "sku");
        Checks.requireNotNegative(unitPrice, "price of", sku);
        attributes = Map.copyOf(attributes);
    }

    /** An item that is treated as most are. */
    public Item(
            String sku,
            Money unitPrice,
            String priceSource,
            @Nullable String name,
            @Nullable String category,
            @Nullable String taxCategory,
            @Nullable String merchant,
            Map<String, String> attributes) {
        this(sku, unitPrice, priceSource, name, category, taxCategory, merchant, attributes, Handling.USUAL);
    }

    /** What a quantity of it is measured in; null where it is counted. */
    public @Nullable Measure measure() {
        return handling.measure();
    }

    /** This item at another price. */
    public Item pricedAt(Money newUnitPrice, String newPriceSource) {
        return new Item(sku, newUnitPrice, newPriceSource, name, category, taxCategory, merchant, attributes, handling);
    }
}
