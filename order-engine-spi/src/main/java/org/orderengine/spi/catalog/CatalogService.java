package org.orderengine.spi.catalog;

import java.util.Collection;
import java.util.Map;
import org.orderengine.model.Origin;

/**
 * The host's products and prices.
 *
 * <pre>{@code
 * CatalogService catalog = (skus, origin) -> products.findAll(skus).stream()
 *         .collect(Collectors.toMap(Product::sku, product -> product));
 * }</pre>
 *
 * <p>Asked once per command for all products together, before the order decides and never within a transaction. An exception
 * refuses the command with the code {@code catalog-unavailable}: nothing happened, and the host may try again.
 *
 * <p>Called by many threads at a time.
 */
@FunctionalInterface
public interface CatalogService {

    /**
     * The products of these stock keeping units, by sku. A sku that is missing from the answer refuses the command with the code
     * {@code unknown-product}.
     */
    Map<String, Product> products(Collection<String> skus, Origin origin);
}
