package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Units;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.StockLevel;

/**
 * The contract of a store under many buyers at once, who want more units than there are.
 *
 * <p>No unit is sold twice (U3), whatever the buyers do next. The inventory holds for each order what its books say (U2).
 *
 * <pre>{@code
 * class LastUnitsTest extends LastUnitsContract {
 *     protected OrderStore open() { return new MyStore(newDatabase()); }
 * }
 * }</pre>
 *
 * <p>It runs an engine on that store, with the testkit's inventory.
 */
public abstract class LastUnitsContract {

    private static final int THREADS = 8;
    private static final int BUYERS = 32;
    private static final List<String> SKUS = List.of("HAT", "CAP");
    private static final Currency EUR = Currency.getInstance("EUR");

    /** For classes that extend this one. */
    protected LastUnitsContract() {}

    /** An empty store; closed when the test is over. */
    protected abstract OrderStore open();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void u3_of_many_buyers_at_once_only_as_many_get_units_as_there_are(long seed) throws InterruptedException {
        FakeInventory inventory = new FakeInventory();
        SKUS.forEach(sku -> inventory.stock(sku, pick(seed, sku, 20), (long) pick(-seed, sku, 3)));
        buy(inventory, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void u3_of_many_buyers_at_once_only_as_many_get_units_as_there_are_at_all_locations(long seed)
            throws InterruptedException {
        FakeInventory inventory = FakeInventory.at("north", "south", "east");
        for (String location : inventory.names()) {
            SKUS.forEach(sku -> inventory.stockAt(
                    location, sku, pick(seed, location + sku, 9), (long) pick(-seed, location + sku, 2)));
        }
        buy(inventory, seed);
    }

    private void buy(FakeInventory inventory, long seed) throws InterruptedException {
        try (OrderStore store = open();
                OrderEngine engine = engine(store, inventory)) {
            List<Callable<Outcome>> buyers = new ArrayList<>();
            for (int buyer = 0; buyer < BUYERS; buyer++) {
                buyers.add(buyer(engine, "o-" + buyer, seed));
            }
            together(buyers);
            agrees(engine, inventory);
        }
    }

    private static OrderEngine engine(OrderStore store, FakeInventory inventory) {
        FakeCatalog catalog = new FakeCatalog();
        SKUS.forEach(sku -> catalog.sell(sku, new Money(EUR, 1000)));
        return OrderEngine.builder()
                .store(store)
                .catalog(catalog)
                .inventory(inventory)
                .payments(new FakePaymentGateway())
                .build();
    }

    /** Places an order and goes on with it, differently for each buyer. */
    private static Callable<Outcome> buyer(OrderEngine engine, String order, long seed) {
        return () -> {
            PlaceOrder.Builder place = PlaceOrder.of(order);
            for (int line = pick(seed, order, 3); line >= 0; line--) {
                place.line(SKUS.get(pick(seed, order + line, SKUS.size())), 1 + pick(seed, line + order, 2));
            }
            Outcome placed = engine.execute(place.build());
            if (!placed.isAccepted()) {
                return placed;
            }
            return switch (pick(seed, order + " goes on", 4)) {
                case 0 -> engine.execute(Action.on(order, "cancel").line("1", 1).build());
                case 1 -> engine.execute(Action.on(order, "cancel").build());
                case 2 -> {
                    engine.execute(Action.on(order, "pay").build());
                    yield engine.execute(Action.on(order, "ship").build());
                }
                default -> placed;
            };
        };
    }

    /** Picks a number below a bound: always the same for the same seed and name, and spread over all. */
    private static int pick(long seed, String name, int bound) {
        long mixed = (seed * 0x9E3779B97F4A7C15L ^ name.hashCode()) * 0xBF58476D1CE4E5B9L;
        return (int) Math.floorMod(mixed >>> 20, (long) bound);
    }

    private static void together(List<Callable<Outcome>> buyers) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<Outcome> outcome : threads.invokeAll(buyers)) {
                outcome.get();
            }
        } catch (ExecutionException thrown) {
            throw new AssertionError("a command threw instead of answering", thrown.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void agrees(OrderEngine engine, FakeInventory inventory) {
        engine.goodsArrived(inventory.takeFilled());
        long[] reserved = new long[SKUS.size()];
        long[] backordered = new long[SKUS.size()];
        for (int buyer = 0; buyer < BUYERS; buyer++) {
            Order order = engine.orders().find("o-" + buyer).orElseThrow();
            assertThat(order.flow().effects()).as(order.id()).isEmpty();
            long held = 0;
            for (Line line : order.books().lines()) {
                Units units = line.units();
                int sku = SKUS.indexOf(line.item().sku());
                reserved[sku] += units.reserved();
                backordered[sku] += units.backordered();
                held += units.promised();
            }
            assertThat(inventory.held(order.id())).as("U2 of %s", order.id()).isEqualTo(held);
            for (String location : inventory.names()) {
                long there = order.books().lines().stream()
                        .mapToLong(line -> line.units().at(location).promised())
                        .sum();
                assertThat(inventory.heldAt(location, order.id()))
                        .as("U2 of %s at %s", order.id(), location)
                        .isEqualTo(there);
            }
        }
        for (String sku : SKUS) {
            StockLevel level = inventory.level(sku);
            assertThat(level.available()).as("U3 of %s", sku).isNotNegative();
            assertThat(level.reserved()).as("reserved of %s", sku).isEqualTo(reserved[SKUS.indexOf(sku)]);
            assertThat(level.backordered()).as("backordered of %s", sku).isEqualTo(backordered[SKUS.indexOf(sku)]);
        }
    }
}
