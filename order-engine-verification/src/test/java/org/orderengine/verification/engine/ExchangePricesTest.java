package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.model.Offer;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.ReturnPolicy;
import org.orderengine.policy.ReversalPolicy;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeOffers;

/** What an exchange costs: the replacement by itself, and nothing else anew. */
class ExchangePricesTest {

    private static final String ID = "o-1";

    private final FakeCatalog catalog =
            new FakeCatalog().sell("A", eur("100.00")).sell("B", eur("100.00"));
    private final FakeOffers offers = new FakeOffers();

    // medusa#3168
    @Test
    void the_same_article_costs_what_the_returned_one_cost_although_it_rose() {
        TestShop shop = new TestShop(builder -> builder.catalog(catalog));
        exchange(
                shop,
                PlaceOrder.of(ID).line("A", 1).build(),
                Map.of("sku", "A", "quantity", 1),
                () -> catalog.sell("A", eur("120.00")));
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));
        assertThat(Objects.requireNonNull(shop.order(ID).books().line("2")).total(false))
                .isEqualTo(eur("100.00"));
        assertThat(shop.act(ID, "ship").isAccepted()).isTrue();
        Invariants.isSettled(shop, ID);
    }

    // medusa#3168
    @Test
    void the_same_article_costs_what_an_offer_left_of_it_that_has_ended() {
        offers.run(Offer.of("twenty", Offer.Target.ORDER, new Offer.Percent(new BigDecimal("20"))));
        TestShop shop = new TestShop(builder -> builder.catalog(catalog).offers(offers));
        exchange(
                shop,
                PlaceOrder.of(ID).line("A", 2).build(),
                Map.of("sku", "A", "quantity", 1),
                () -> offers.end("twenty"));
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("160.00"));
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));
        Invariants.isSettled(shop, ID);
    }

    @Test
    void a_price_that_was_agreed_for_the_replacement_is_its_price() {
        TestShop shop = new TestShop(builder -> builder.catalog(catalog));
        exchange(
                shop,
                PlaceOrder.of(ID).line("A", 1).build(),
                Map.of("sku", "A", "quantity", 1, "price", "90.00"),
                () -> {});
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("90.00"));
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("10.00"));
        Invariants.isSettled(shop, ID);
    }

    @Test
    void a_replacement_in_advance_costs_what_will_come_back() {
        TestShop shop = new TestShop(builder -> builder.catalog(catalog)
                .reversal(ReversePolicy.DEFAULT.withReturns(ReturnPolicy.DEFAULT.replacingInAdvance(request -> true))));
        shop.execute(PlaceOrder.of(ID).line("A", 1).build());
        for (String action : List.of("pay", "ship", "deliver")) {
            shop.act(ID, action);
        }
        catalog.sell("A", eur("120.00"));
        shop.execute(request(Map.of("sku", "A", "quantity", 1)));
        assertThat(shop.act(ID, "approve-return").isAccepted()).isTrue();
        assertThat(Objects.requireNonNull(shop.order(ID).books().line("2")).total(false))
                .isEqualTo(eur("100.00"));
        assertThat(shop.act(ID, "receive-return").isAccepted()).isTrue();
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));
    }

    // medusa#2086
    @Test
    void what_the_buyer_keeps_is_priced_anew_only_where_the_shop_says_so() {
        offers.run(Offer.of("two", Offer.Target.ORDER, new Offer.Percent(new BigDecimal("20")))
                .withCondition(Offer.Condition.ofSkus("A").andQuantity(2L)));
        TestShop keeping = new TestShop(builder -> builder.catalog(catalog).offers(offers));
        exchange(keeping, PlaceOrder.of(ID).line("A", 2).build(), Map.of("sku", "B", "quantity", 1), () -> {});
        assertThat(keeping.order(ID).totals().total()).isEqualTo(eur("180.00"));
        TestShop anew = new TestShop(builder -> builder.catalog(catalog)
                .offers(offers)
                .pricing(PricingPolicy.DEFAULT.withExchange(ReversalPolicy.REQUALIFY)));
        exchange(anew, PlaceOrder.of(ID).line("A", 2).build(), Map.of("sku", "B", "quantity", 1), () -> {});
        assertThat(anew.order(ID).totals().total()).isEqualTo(eur("200.00"));
    }

    private static void exchange(TestShop shop, PlaceOrder order, Map<String, Object> replacement, Runnable meanwhile) {
        shop.execute(order);
        for (String action : List.of("pay", "ship", "deliver")) {
            shop.act(ID, action);
        }
        meanwhile.run();
        shop.execute(request(replacement));
        shop.act(ID, "approve-return");
        assertThat(shop.act(ID, "receive-return").isAccepted()).isTrue();
    }

    private static Action request(Map<String, Object> replacement) {
        return Action.on(ID, "request-return")
                .set("kind", "exchange")
                .line("1", 1)
                .set("replacement", List.of(replacement))
                .build();
    }
}
