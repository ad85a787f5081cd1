package org.orderengine.verification.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Order;
import org.orderengine.policy.PointsPolicy;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.FakeBenefits;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeDelivery;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakeOffers;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.FakeTaxes;
import org.orderengine.testkit.VirtualClock;

/**
 * A small shop: lamps at 10.00 with tax, cups at 3.33, pins at 0.07, all in stock, and beds at 100.00, whose stock each test says;
 * members pay with points and earn them; orders in memory, virtual time.
 */
public final class TestShop {

    /** What Ann has when the shop opens. */
    public static final long POINTS = 1000;

    private static final Offer TEN = Offer.of("ten", Offer.Target.ORDER, new Offer.Percent(BigDecimal.TEN))
            .withCoupon("TEN");

    public final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    public final FakeInventory inventory;
    public final FakePaymentGateway gateway = new FakePaymentGateway();
    public final FakeBenefits benefits = new FakeBenefits().member("ann", null, POINTS);
    public final FakeDelivery delivery = new FakeDelivery();
    public final OrderStore store;
    private final BiFunction<TestShop, OrderEngineBuilder, OrderEngineBuilder> otherwise;
    /** The node that is asked; another one after {@link #restart}. */
    public OrderEngine engine;

    /** The shop with every standard process; orders follow physical goods unless they name another. */
    public TestShop() {
        this(TestShop::withStandardProcesses);
    }

    /** The shop with one process. */
    public TestShop(ProcessDefinition process) {
        this(builder -> builder.process(process));
    }

    /** The shop with an engine that is put together in another way. */
    public TestShop(UnaryOperator<OrderEngineBuilder> otherwise) {
        this(new MemoryOrderStore(), otherwise);
    }

    /** A shop on another store, with what else the engine is to be told. */
    public TestShop(OrderStore store, UnaryOperator<OrderEngineBuilder> otherwise) {
        this(store, (shop, builder) -> otherwise.apply(builder));
    }

    /** The same, for what is said by the shop's own services. */
    public TestShop(OrderStore store, BiFunction<TestShop, OrderEngineBuilder, OrderEngineBuilder> otherwise) {
        this(new FakeInventory(), store, otherwise);
    }

    /** The shop with stock at several locations: lamps, cups and pins at the first. */
    TestShop(FakeInventory locations, UnaryOperator<OrderEngineBuilder> otherwise) {
        this(locations, new MemoryOrderStore(), (shop, builder) -> otherwise.apply(withStandardProcesses(builder)));
    }

    /** The same, on another store. */
    TestShop(
            FakeInventory inventory,
            OrderStore store,
            BiFunction<TestShop, OrderEngineBuilder, OrderEngineBuilder> otherwise) {
        this.inventory = inventory.stock("LAMP", 1000).stock("CUP", 1000).stock("PIN", 1000);
        this.store = store;
        this.otherwise = otherwise;
        this.engine = open();
    }

    /** Drops the engine as a crash would, and opens another one on the same orders. */
    public void restart() {
        engine = open();
    }

    /** An engine of this shop: another node on the same store. */
    public OrderEngineBuilder builder() {
        return OrderEngine.builder()
                .store(store)
                .catalog(new FakeCatalog()
                        .sell(new Product("LAMP", eur("10.00"), null, "standard", null, null, Map.of()))
                        .sell("CUP", eur("3.33"))
                        .sell("PIN", eur("0.07"))
                        .sell("BED", eur("100.00")))
                .taxes(new FakeTaxes().rate("standard", "0.19"))
                .inventory(inventory)
                .payments(gateway)
                .offers(new FakeOffers().run(TEN))
                .benefits(benefits)
                .members(benefits)
                .delivery(delivery)
                .pricing(PricingPolicy.DEFAULT.withPoints(new PointsPolicy(eur("0.01"), 1)))
                .time(clock);
    }

    private OrderEngine open() {
        return otherwise.apply(this, builder()).build();
    }

    public static OrderEngineBuilder withStandardProcesses(OrderEngineBuilder builder) {
        for (String process : StandardProcesses.names()) {
            builder.process(StandardProcesses.named(process).orElseThrow());
        }
        return builder;
    }

    public static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    /** An order of two lamps, three cups and five pins. */
    public static PlaceOrder threeLines(String order) {
        return PlaceOrder.of(order)
                .buyer("ann")
                .line("LAMP", 2)
                .line("CUP", 3)
                .line("PIN", 5)
                .build();
    }

    public Outcome execute(Command command) {
        return engine.execute(command);
    }

    public Outcome act(String order, String action) {
        return engine.execute(Action.on(order, action).build());
    }

    public Order order(String id) {
        return engine.orders().find(id).orElseThrow();
    }

    public String state(String id) {
        return order(id).position().toString();
    }

    /** Lets time pass; everything due by then happens in order. */
    public void advance(Duration duration) {
        Instant until = clock.instant().plus(duration);
        Optional<Instant> next = engine.orders().nextDue();
        for (int rounds = 0; next.isPresent() && !next.get().isAfter(until); rounds++) {
            if (rounds > 10_000) {
                throw new AssertionError("due work does not come to an end");
            }
            clock.advanceTo(next.get());
            engine.runDue(clock.instant());
            next = engine.orders().nextDue();
        }
        clock.advanceTo(until);
    }
}
