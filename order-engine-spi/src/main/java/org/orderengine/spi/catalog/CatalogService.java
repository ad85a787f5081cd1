package org.orderengine.spi.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.orderengine.model.Destination;
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

    /**
     * The products for where the order goes.
     *
     * @param to where the order goes
     * @param deadline when the engine stops waiting
     */
    default Map<String, Product> products(Collection<String> skus, Origin origin, Destination to, Instant deadline) {
        return products(skus, origin, deadline);
    }

    /**
     * The products, until a deadline: what comes back later is refused as unavailable.
     *
     * @param deadline when the engine stops waiting
     */
    default Map<String, Product> products(Collection<String> skus, Origin origin, Instant deadline) {
        return products(skus, origin);
    }
}
