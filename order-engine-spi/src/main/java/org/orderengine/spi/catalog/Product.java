package org.orderengine.spi.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Handling;
import org.orderengine.model.Money;

/**
 * A product as the catalog knows it now; an order keeps it as it was.
 *
 * <p>More than seven components: it is what a catalog says of one product, which hosts build from their own.
 *
 * @param sku the stock keeping unit
 * @param price the price of one whole unit
 * @param name the name for people
 * @param taxCategory what its tax rate is looked up by; untaxed without one
 * @param category what offers and return rules ask for
 * @param merchant who sells it
 * @param attributes further facts that every order is to keep
 * @param minimumPrice what discounts leave of a unit's price at least; null for nothing
 * @param handling how its units are treated
 */
public record Product(
        String sku,
        Money price,
        @Nullable String name,
        @Nullable String taxCategory,
        @Nullable String category,
        @Nullable String merchant,
        Map<String, String> attributes,
        @Nullable Money minimumPrice,
        Handling handling) {

    public Product {
        attributes = Map.copyOf(attributes);
    }

    /** A product that is treated as most are. */
    public Product(
            String sku,
            Money price,
            @Nullable String name,
            @Nullable String taxCategory,
            @Nullable String category,
            @Nullable String merchant,
            Map<String, String> attributes,
            @Nullable Money minimumPrice) {
        this(sku, price, name, taxCategory, category, merchant, attributes, minimumPrice, Handling.USUAL);
    }

    /** A product that discounts may lower to nothing. */
    public Product(
            String sku,
            Money price,
            @Nullable String name,
            @Nullable String taxCategory,
            @Nullable String category,
            @Nullable String merchant,
            Map<String, String> attributes) {
        this(sku, price, name, taxCategory, category, merchant, attributes, null, Handling.USUAL);
    }

    /** A product that is nothing but a price. */
    public static Product of(String sku, Money price) {
        return new Product(sku, price, null, null, null, null, Map.of());
    }

    /** This product, its units treated in another way. */
    public Product handled(Handling how) {
        return new Product(sku, price, name, taxCategory, category, merchant, attributes, minimumPrice, how);
    }
}
