package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.policy.LatePayment;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeInventory;

/** Money that comes after an order was cancelled because it had not come (P6). */
class LatePaymentTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop(builder -> builder.latePayment(LatePayment.REINSTATE));

    @Test
    void it_goes_back_unless_the_shop_says_otherwise() {
        TestShop usual = new TestShop();
        lapse(usual);

        pay(usual, "24.40");

        assertThat(usual.state(ID)).isEqualTo("cancelled");
        assertThat(usual.order(ID).totals().refunded()).isEqualTo(eur("24.40"));
        Invariants.hold(usual, ID);
        Invariants.booksEqualTheProvidersLog(usual, ID);
    }

    @Test
    void it_brings_the_order_back_as_it_was_where_the_shop_says_so() {
        lapse(shop);
        Order lapsed = shop.order(ID);
        assertThat(lapsed.totals().total()).isEqualTo(eur("0.00"));

        pay(shop, "24.40");

        Order order = shop.order(ID);
        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(order.totals().total()).isEqualTo(eur("24.40"));
        assertThat(order.totals().outstanding().isZero()).isTrue();
        assertThat(shop.inventory.held(ID)).isEqualTo(2);
        assertThat(shop.act(ID, "ship").isAccepted()).isTrue();
        Invariants.hold(shop, ID);
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    @Test
    void it_goes_back_where_the_stock_is_gone_meanwhile() {
        lapse(shop);
        shop.execute(PlaceOrder.of("o-2").line("LAMP", 999).build());

        pay(shop, "24.40");

        assertThat(shop.state(ID)).isEqualTo("rejected");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("24.40"));
        assertThat(shop.inventory.held(ID)).isZero();
        Invariants.hold(shop, ID);
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    @Test
    void less_than_the_order_cost_goes_back() {
        lapse(shop);

        pay(shop, "24.39");

        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("24.39"));
    }

    @Test
    void an_order_that_the_buyer_cancelled_stays_cancelled() {
        shop.execute(anOrder());
        shop.act(ID, "cancel");

        pay(shop, "24.40");

        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("24.40"));
    }

    @Test
    void money_that_comes_while_the_stock_is_given_back_brings_the_order_back_afterwards() {
        shop.execute(anOrder());
        shop.inventory.answer(FakeInventory.Operation.RELEASE, Answer.FAILED);
        shop.advance(Duration.ofMinutes(30));
        assertThat(shop.state(ID)).isEqualTo("cancelling");

        pay(shop, "24.40");
        shop.advance(Duration.ofMinutes(1));

        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(shop.inventory.held(ID)).isEqualTo(2);
        assertThat(shop.order(ID).flow().effects()).extracting(OwedEffect::name).isEmpty();
        Invariants.hold(shop, ID);
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    private static PlaceOrder anOrder() {
        return PlaceOrder.of(ID)
                .buyer("ann")
                .line("LAMP", 2)
                .shipping("post", eur("0.60"))
                .build();
    }

    private static void lapse(TestShop shop) {
        shop.execute(anOrder());
        shop.advance(Duration.ofMinutes(30));
        assertThat(shop.state(ID)).isEqualTo("cancelled");
    }

    private static void pay(TestShop shop, String amount) {
        shop.gateway.receive(ID, null, "bank", eur(amount), "tx-1");
        Outcome outcome = shop.execute(Action.on(ID, "payment-received")
                .set("reference", "tx-1")
                .set("method", "bank")
                .set("amount", amount)
                .build());
        assertThat(outcome).isNotNull();
    }
}
