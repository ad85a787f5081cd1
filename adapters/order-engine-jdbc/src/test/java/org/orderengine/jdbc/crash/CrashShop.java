package org.orderengine.jdbc.crash;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderengine.engine.OrderEngine;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.payment.PaymentGateway;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeTaxes;

/** The shop that both the process to be killed and the one that looks after it run. */
final class CrashShop {

    static final List<String> SKUS = List.of("LAMP", "DESK", "CHAIR");

    private CrashShop() {}

    /** An engine with little patience: what is left undone is taken up within a second. */
    static <H extends InventoryService & PaymentGateway> OrderEngine engine(
            OrderStore store, H host, InstantSource time) {
        return engine("one", store, host, time);
    }

    /** The same as one of several nodes. */
    static <H extends InventoryService & PaymentGateway> OrderEngine engine(
            String node, OrderStore store, H host, InstantSource time) {
        FakeCatalog catalog = new FakeCatalog();
        for (String sku : SKUS) {
            catalog.sell(
                    new Product(sku, Money.of("EUR", sku.length() + ".99"), sku, "standard", null, null, Map.of()));
        }
        return OrderEngine.builder()
                .store(store)
                .catalog(catalog)
                .taxes(new FakeTaxes().rate("standard", "0.19"))
                .inventory(host)
                .payments(host)
                .effects(new EffectPolicy(
                        Duration.ofMillis(400),
                        List.of(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2)),
                        List.of(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1))))
                .leaseFor(Duration.ofSeconds(1))
                .node(node)
                .time(time)
                .build();
    }

    /** All orders of a store. */
    static List<Order> orders(OrderStore store) {
        List<Order> orders = new ArrayList<>();
        String after = null;
        do {
            OrderPage page = store.find(OrderCriteria.ALL, after, 200);
            page.orders().forEach(stored -> orders.add(OrderDocument.read(stored.document())));
            after = page.next();
        } while (after != null);
        return orders;
    }
}
