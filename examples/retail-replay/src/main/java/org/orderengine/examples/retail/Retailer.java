package org.orderengine.examples.retail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.orderengine.engine.OrderEngine;
import org.orderengine.model.Money;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.store.OrderStore;

/** The retailer's systems, as far as the sales file shows them, and the process that its orders follow. */
final class Retailer {

    private Retailer() {}

    /** An engine that runs the retailer's orders on {@code store} and takes their money to {@code till}. */
    static OrderEngine engine(OrderStore store, Till till, InstantSource time) {
        return OrderEngine.builder()
                .store(store)
                .catalog((skus, origin) -> products(skus))
                .inventory(new Warehouse())
                .payments(till)
                .process(process())
                .time(time)
                .build();
    }

    /** Every stock code is a product. What it costs stands on each invoice; the price here is never asked for. */
    private static Map<String, Product> products(Collection<String> skus) {
        Map<String, Product> products = new HashMap<>();
        skus.forEach(sku -> products.put(sku, Product.of(sku, Money.zero(RowReader.POUNDS))));
        return products;
    }

    /**
     * The process in the resource {@code retail.json}. It knows no term for returns, because this retailer takes goods back
     * after many months: an order stays delivered until it is completed.
     */
    private static ProcessDefinition process() {
        try (InputStream json = Objects.requireNonNull(Retailer.class.getResourceAsStream("retail.json"))) {
            return ProcessJson.read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
