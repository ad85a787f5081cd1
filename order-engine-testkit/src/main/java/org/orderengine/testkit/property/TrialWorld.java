package org.orderengine.testkit.property;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.model.Handling;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Order;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.policy.CircuitPolicy;
import org.orderengine.policy.PointsPolicy;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.Registry;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.rule.Guard;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeBenefits;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakeLogistics;
import org.orderengine.testkit.FakeOffers;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.FakeTaxes;
import org.orderengine.testkit.VirtualClock;

/** A small shop in which one order lives: lamps, cups, pins and tea by the kilo, a coupon, a member with points, and virtual time. */
final class TrialWorld implements AutoCloseable {

    static final String ORDER = "o-1";

    private static final int MAX_ROUNDS = 10_000;
    private static final Offer COUPON = Offer.of("ten-off", Offer.Target.ORDER, new Offer.Percent(BigDecimal.TEN))
            .withCoupon("TEN")
            .withLimits(1L, null);

    private final ProcessTrial trial;
    private final Supplier<OrderStore> stores;
    private final List<OrderStore> opened = new ArrayList<>();
    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final FakeInventory inventory = new FakeInventory()
            .stock("LAMP", 1000)
            .stock("CUP", 1000)
            .stock("PIN", 1000)
            .stock("TEA", 10_000)
            .stock("BED", 1, null);
    private final FakePaymentGateway gateway = new FakePaymentGateway();
    private final FakeBenefits benefits =
            new FakeBenefits().member("ann", null, 500).limit(COUPON);
    private final FakeLogistics logistics = new FakeLogistics();
    private final Map<String, ScriptedEffects> effects = new LinkedHashMap<>();
    private OrderEngine engine;

    TrialWorld(ProcessTrial trial) {
        this.trial = trial;
        this.stores = trial.stores().get();
        for (String effect : trial.names().effects()) {
            if (!BuiltIns.names().effects().contains(effect)) {
                effects.put(effect, new ScriptedEffects());
            }
        }
        this.engine = open();
    }

    private OrderEngine open() {
        OrderStore store = stores.get();
        opened.add(store);
        OrderEngineBuilder builder = OrderEngine.builder()
                .store(store)
                .catalog(new FakeCatalog()
                        .sell(new Product("LAMP", eur("10.00"), null, "standard", null, null, Map.of()))
                        .sell("CUP", eur("3.33"))
                        .sell("PIN", eur("0.07"))
                        .sell("BED", eur("100.00"))
                        .sell(Product.of("TEA", eur("8.00")).handled(Handling.USUAL.measuredIn(new Measure("kg", 1)))))
                .taxes(new FakeTaxes().rate("standard", "0.19"))
                .offers(new FakeOffers().run(COUPON))
                .members(benefits)
                .inventory(inventory)
                .payments(gateway)
                .benefits(benefits)
                .logistics(logistics)
                .pricing(PricingPolicy.DEFAULT.withPoints(new PointsPolicy(eur("0.01"), 1)))
                .process(trial.definition())
                .time(clock)
                .circuits(CircuitPolicy.NONE)
                .observe(trial.coverage()::observer);
        Registry builtIn = BuiltIns.names();
        for (String guard : trial.names().guards()) {
            if (!builtIn.guards().containsKey(guard)) {
                builder.guard(guard, byChance(guard));
            }
        }
        effects.forEach(builder::effect);
        for (String rule : trial.names().rules()) {
            builder.rule(rule, (order, now) -> now.plus(Duration.ofDays(1)));
        }
        trial.wiring().accept(builder);
        return builder.build();
    }

    /** A guard that is not registered: it answers by chance, and alike as long as the order stays as it is. */
    private static Guard byChance(String name) {
        return context -> (name.hashCode() + context.order().revision() * 0x9E37L) % 3 == 0 ? "by chance" : null;
    }

    /** What is ordered. */
    static PlaceOrder order(int choice) {
        PlaceOrder.Builder order = PlaceOrder.of(ORDER).buyer("ann").line("LAMP", 1 + choice % 3);
        if (choice % 2 == 0) {
            order.line("CUP", 3).line("PIN", 5);
        }
        if (choice % 7 == 3) {
            order.line("BED", 2);
        }
        if (choice % 4 == 1) {
            order.line("TEA", 2);
        }
        if (choice % 3 == 0) {
            order.coupon("TEN");
        }
        if (choice % 5 < 2) {
            order.points(100);
        }
        return order.build();
    }

    /** Something is wrong with a service the next times. */
    void upset(TrialStep.Upset upset) {
        FakePaymentGateway.Operation[] charges = FakePaymentGateway.Operation.values();
        FakeInventory.Operation[] stock = FakeInventory.Operation.values();
        FakeBenefits.Operation[] shares = FakeBenefits.Operation.values();
        FakeLogistics.Operation[] parcels = FakeLogistics.Operation.values();
        List<ScriptedEffects> own = List.copyOf(effects.values());
        int choice = upset.choice() % (charges.length + stock.length + shares.length + parcels.length + own.size());
        for (int i = 0; i < upset.times(); i++) {
            int at = choice;
            Answer answer = upset.answer();
            if (at < charges.length) {
                gateway.answer(charges[at], answer);
            } else if ((at -= charges.length) < stock.length) {
                inventory.answer(stock[at], answer);
            } else if ((at -= stock.length) < shares.length) {
                benefits.answer(shares[at], answer);
            } else if ((at -= shares.length) < parcels.length) {
                logistics.answer(parcels[at], answer);
            } else {
                own.get(at - parcels.length).answer(answer);
            }
        }
    }

    /** A service answers an effect so, the next times. */
    void answer(String effect, Answer answer, int times) {
        ScriptedEffects own = effects.get(effect);
        for (int i = 0; i < times; i++) {
            switch (EffectKind.of(effect)) {
                case INVENTORY_RESERVE -> inventory.answer(FakeInventory.Operation.RESERVE, answer);
                case COUPONS_REDEEM -> benefits.answer(FakeBenefits.Operation.REDEEM_COUPONS, answer);
                case POINTS_SPEND -> benefits.answer(FakeBenefits.Operation.SPEND_POINTS, answer);
                case POINTS_GRANT -> benefits.answer(FakeBenefits.Operation.GRANT_POINTS, answer);
                case PAYMENT_AUTHORIZE, PAYMENT_CAPTURE ->
                    gateway.answer(FakePaymentGateway.Operation.AUTHORIZE, answer);
                default -> {
                    if (own != null) {
                        own.answer(answer);
                    }
                }
            }
        }
    }

    OrderEngine engine() {
        return engine;
    }

    FakePaymentGateway gateway() {
        return gateway;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<Order> order() {
        return engine.orders().find(ORDER);
    }

    List<TimelineEntry> timeline() {
        return engine.orders().timeline(ORDER);
    }

    /** Drops the engine as a crash would, and opens another one on the same orders. */
    void restart() {
        engine.close();
        engine = open();
    }

    /** Lets time pass; everything due by then happens in order. */
    void advance(Duration duration) {
        Instant until = clock.instant().plus(duration);
        Optional<Instant> next = engine.orders().nextDue();
        for (int rounds = 0; next.isPresent() && !next.get().isAfter(until); rounds++) {
            if (rounds > MAX_ROUNDS) {
                throw new AssertionError(
                        "F8: after " + rounds + " rounds something is still due; the order does not come to rest");
            }
            clock.advanceTo(next.get());
            engine.runDue(clock.instant());
            next = engine.orders().nextDue();
        }
        clock.advanceTo(until);
    }

    /** Lets time pass until what is due next has happened. */
    void advanceToNext() {
        engine.orders()
                .nextDue()
                .filter(next -> next.isAfter(clock.instant()))
                .ifPresent(next -> advance(Duration.between(clock.instant(), next)));
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    @Override
    public void close() {
        engine.close();
        opened.forEach(OrderStore::close);
    }
}
