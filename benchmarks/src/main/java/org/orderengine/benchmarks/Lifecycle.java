package org.orderengine.benchmarks;

import java.util.Map;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Money;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeTaxes;

/**
 * The life of an order that all figures are about: three lines, taxed, placed, paid, shipped, delivered and confirmed, each
 * command under an idempotency key of its own, in the process of physical goods.
 */
final class Lifecycle implements AutoCloseable {

    private static final String[] ACTIONS = {"pay", "ship", "deliver", "confirm"};
    private static final String[] SKUS = {"LAMP", "DESK", "CHAIR"};
    private static final int BUYERS = 10_000;

    private final OrderEngine engine;

    Lifecycle(OrderStore store) {
        ApprovingHost host = new ApprovingHost();
        FakeCatalog catalog = new FakeCatalog();
        for (int i = 0; i < SKUS.length; i++) {
            Money price = Money.of("EUR", (10 + 7 * i) + ".99");
            catalog.sell(new Product(SKUS[i], price, "The " + SKUS[i], "standard", null, null, Map.of()));
        }
        engine = OrderEngine.builder()
                .store(store)
                .catalog(catalog)
                .taxes(new FakeTaxes().rate("standard", "0.19"))
                .inventory(host)
                .payments(host)
                .build();
    }

    /** Runs one order from its placing to its confirmation. */
    void run(long number) {
        String orderId = orderId(number);
        PlaceOrder.Builder place = PlaceOrder.of(orderId)
                .buyer("buyer-" + number % BUYERS)
                .channel("web")
                .commandId("place");
        for (int i = 0; i < SKUS.length; i++) {
            place.line(SKUS[i], i + 1);
        }
        execute(place.build());
        for (String action : ACTIONS) {
            execute(Action.on(orderId, action).commandId(action).build());
        }
    }

    static String orderId(long number) {
        return "order-" + (100_000_000 + number);
    }

    private void execute(Command command) {
        Outcome outcome = engine.execute(command);
        if (!(outcome instanceof Outcome.Accepted)) {
            throw new IllegalStateException(command + " was not accepted: " + outcome);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
