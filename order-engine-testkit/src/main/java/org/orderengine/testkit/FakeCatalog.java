package org.orderengine.testkit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.orderengine.model.Money;
import org.orderengine.model.Origin;
import org.orderengine.spi.catalog.CatalogService;
import org.orderengine.spi.catalog.Product;

/** A catalog of the products that a test puts into it. For any number of threads. */
public final class FakeCatalog implements CatalogService {

    private final Map<String, Product> products = new ConcurrentHashMap<>();

    /** Sells {@code product} from now on, in place of what had its sku before. */
    public FakeCatalog sell(Product product) {
        products.put(product.sku(), product);
        return this;
    }

    /** Sells a product that is nothing but a price from now on. */
    public FakeCatalog sell(String sku, Money price) {
        return sell(Product.of(sku, price));
    }

    /** Takes a product out of the catalog. */
    public FakeCatalog withdraw(String sku) {
        products.remove(sku);
        return this;
    }

    @Override
    public Map<String, Product> products(Collection<String> skus, Origin origin) {
        Map<String, Product> found = new HashMap<>();
        for (String sku : skus) {
            Product product = products.get(sku);
            if (product != null) {
                found.put(sku, product);
            }
        }
        return found;
    }
}
