package org.orderengine.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.model.Measure;
import org.orderengine.policy.ReturnPolicy;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.pricing.TaxRate;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeBenefits;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeDelivery;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakeLogistics;
import org.orderengine.testkit.FakeOffers;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.FakeTaxes;
import org.orderengine.testkit.VirtualClock;
import org.orderengine.testkit.coverage.Coverage;

/** What is outside of the engine in a scenario: the clock and the shop's services. It outlives every engine. */
final class ScenarioShop {

    private final Scenario scenario;
    private final Coverage coverage;
    private final Consumer<OrderEngineBuilder> names;
    private final VirtualClock clock;
    private final FakeCatalog catalog = new FakeCatalog();
    private final FakeTaxes taxes = new FakeTaxes();
    private final FakeOffers offers = new FakeOffers();
    private final FakeBenefits benefits = new FakeBenefits();
    private final FakeInventory inventory = new FakeInventory();
    private final FakePaymentGateway gateway = new FakePaymentGateway();
    private final FakeLogistics logistics = new FakeLogistics();
    private final FakeDelivery delivery = new FakeDelivery();

    ScenarioShop(Scenario scenario, Coverage coverage) {
        this.scenario = scenario;
        this.coverage = coverage;
        this.clock = VirtualClock.at(scenario.start());
        Shop shop = scenario.shop();
        this.names = shop.names().wiring();
        shop.catalog().forEach(catalog::sell);
        Map<String, List<TaxRate>> anywhere = new LinkedHashMap<>();
        for (Shop.PlacedRate placed : shop.taxRates()) {
            if (placed.country() == null) {
                anywhere.computeIfAbsent(placed.category(), category -> new ArrayList<>())
                        .add(placed.rate());
            } else {
                taxes.rateIn(placed.country(), placed.region(), placed.category(), placed.rate());
            }
        }
        anywhere.forEach((category, rates) -> taxes.rates(category, rates.toArray(TaxRate[]::new)));
        shop.stock().forEach(stocked -> inventory.stock(stocked.sku(), stocked.onHand(), stocked.backorderLimit()));
        shop.offers().forEach(offer -> {
            offers.run(offer);
            benefits.limit(offer);
        });
        shop.members().forEach(member -> benefits.member(member.buyer(), member.tier(), member.points()));
        shop.gateway().forEach(this::script);
        shop.inventory()
                .forEach(scripted ->
                        inventory.answer(scripted.on(), scripted.answers().toArray(Answer[]::new)));
        shop.delivery()
                .forEach(scripted ->
                        delivery.answer(scripted.on(), scripted.answers().toArray(Answer[]::new)));
    }

    private void script(Shop.GatewayAnswers scripted) {
        gateway.answer(scripted.method(), scripted.on(), scripted.answers());
    }

    /** An engine on that store, in this world. */
    OrderEngine open(OrderStore store) {
        OrderEngineBuilder engine = OrderEngine.builder()
                .store(store)
                .catalog(catalog)
                .taxes(taxes)
                .offers(offers)
                .members(benefits)
                .inventory(inventory)
                .payments(gateway)
                .benefits(benefits)
                .logistics(logistics)
                .delivery(delivery)
                .pricing(scenario.shop().pricing())
                .deposits(scenario.shop().deposits())
                .reversal(ReversePolicy.DEFAULT
                        .withReturns(ReturnPolicy.DEFAULT.withShipping(
                                scenario.shop().shippingOnReturn()))
                        .withRefunds(scenario.shop().refunds().policy()))
                .time(clock)
                .observe(coverage::observer);
        for (ProcessDefinition process : scenario.shop().processes()) {
            engine.process(process);
        }
        names.accept(engine);
        scenario.wiring().accept(engine);
        return engine.build();
    }

    VirtualClock clock() {
        return clock;
    }

    FakeInventory inventory() {
        return inventory;
    }

    FakePaymentGateway gateway() {
        return gateway;
    }

    /** A number of units; of measured goods the decimal that so many steps are, as text. */
    private static Object quantity(@Nullable Measure measure, long quantity) {
        return measure == null ? (Object) quantity : measure.text(quantity);
    }

    /** How stock, members and money stand, as the scenario format shows it. */
    Map<String, Object> standing() {
        Map<String, Object> stock = new LinkedHashMap<>();
        Map<String, Measure> measures = scenario.shop().measures();
        inventory.levels().forEach((sku, level) -> {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("onHand", quantity(measures.get(sku), level.onHand()));
            shown.put("reserved", quantity(measures.get(sku), level.reserved()));
            shown.put("available", quantity(measures.get(sku), level.available()));
            stock.put(sku, shown);
        });
        Map<String, Object> members = new LinkedHashMap<>();
        benefits.points().forEach((buyer, points) -> members.put(buyer, Map.of("points", points)));
        Map<String, Object> money = new LinkedHashMap<>();
        money.put("captured", gateway.captured(scenario.currency()).toDecimal());
        money.put("refunded", gateway.refunded(scenario.currency()).toDecimal());
        Map<String, Object> standing = new LinkedHashMap<>();
        standing.put("stock", stock);
        standing.put("members", members);
        standing.put("gateway", money);
        return standing;
    }
}
