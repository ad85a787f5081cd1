package org.orderengine.spi.catalog;

import java.time.Instant;

import java.util.Collection;
import java.util.Map;
import org.orderengine.model.Origin;

/**
 * The host's products and prices. Asked once per command for all products at once, before the order decides; never
 * within a transaction. Called by many threads at a time. What it throws refuses the command with the code
 * {@code catalog-unavailable}: nothing happened, and the host may try again.
 */
@FunctionalInterface
public interface CatalogService {

    /**
     * The products of these stock keeping units, by sku. A sku that is missing from the answer is refused as
     * {@code unknown-product}.
     */
    Map<String, Product> products(Collection<String> skus, Origin origin);

    /**
     * The products, until a deadline: what comes back later is refused as unavailable.
     *
     * @param deadline when the engine stops waiting
     */
    default Map<String, Product> products(Collection<String> skus, Origin origin, Instant deadline) {
        return products(skus, origin);
    }
}
