package org.orderengine.verification.pains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Order;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.verification.engine.Invariants;
import org.orderengine.verification.engine.TestShop;

/** Parcels and returns of orders that are held, returns while the rest waits, exchanges for what is gone, and goods that others wait for. */
class HeldAndReturnedPainsTest {

    private static final String ID = "o-1";

    private final FakeCatalog catalog =
            new FakeCatalog().sell("BED", eur("100.00")).sell("CUP", eur("3.33"));
    private final TestShop shop =
            new TestShop(new MemoryOrderStore(), builder -> TestShop.withStandardProcesses(builder)
                    .catalog(catalog));

    // klarna-checkout#264
    @Test
    void a_held_order_takes_the_arrival_of_its_parcel_and_the_cancellation_of_the_rest() {
        place(2);
        shop.act(ID, "pay");
        shop.execute(Action.on(ID, "ship").line("1", 1).build());
        shop.act(ID, "hold");

        assertThat(shop.act(ID, "deliver").isAccepted()).isTrue();
        assertThat(shop.act(ID, "cancel").isAccepted()).isTrue();

        assertThat(shop.state(ID)).isEqualTo("held");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("100.00"));
        shop.act(ID, "resume");
        assertThat(shop.state(ID)).isEqualTo("delivered");
        Invariants.isSettled(shop, ID);
    }

    @Test
    void a_held_order_of_which_everything_is_cancelled_ends() {
        place(2);
        shop.act(ID, "pay");
        shop.act(ID, "hold");

        shop.act(ID, "cancel");

        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("200.00"));
    }

    @Test
    void a_parcel_that_comes_back_while_the_order_is_held_is_sent_again_afterwards() {
        place(1);
        shop.act(ID, "pay");
        shop.act(ID, "ship");
        shop.act(ID, "hold");

        assertThat(shop.act(ID, "delivery-failed").isAccepted()).isTrue();
        shop.act(ID, "resume");

        assertThat(shop.state(ID)).isEqualTo("producing");
        assertThat(shop.act(ID, "ship").isAccepted()).isTrue();
    }

    // nopCommerce#1015
    @Test
    void what_was_delivered_can_be_returned_while_the_rest_waits() {
        place(2);
        shop.act(ID, "pay");
        shop.execute(Action.on(ID, "ship").line("1", 1).build());
        shop.act(ID, "deliver");
        assertThat(shop.state(ID)).isEqualTo("producing");

        for (String action : List.of("request-return", "approve-return", "receive-return")) {
            assertThat(shop.act(ID, action).isAccepted()).as(action).isTrue();
        }

        assertThat(shop.state(ID)).isEqualTo("producing");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("100.00"));
        assertThat(shop.act(ID, "ship").isAccepted()).isTrue();
    }

    @Test
    void an_exchange_for_what_the_catalog_does_not_have_is_refused_when_it_is_asked_for() {
        deliverOne();

        Outcome.Rejected refused = (Outcome.Rejected) exchange("SOFA");

        assertThat(refused.code()).isEqualTo("unknown-product");
        assertThat(refused.message()).contains("\"SOFA\"");
        assertThat(shop.order(ID).books().returns()).isEmpty();
    }

    @Test
    void goods_of_an_exchange_whose_replacement_is_gone_are_booked_and_paid_back() {
        deliverOne();
        exchange("CUP");
        shop.act(ID, "approve-return");
        catalog.withdraw("CUP");

        assertThat(shop.act(ID, "receive-return").isAccepted()).isTrue();

        Order order = shop.order(ID);
        assertThat(Objects.requireNonNull(order.books().returnOf("r1")).state()).isEqualTo("received");
        assertThat(order.books().returnOf("r1").refund()).isEqualTo(eur("100.00"));
        assertThat(order.totals().refunded()).isEqualTo(eur("100.00"));
        assertThat(order.books().lines()).hasSize(1);
        Invariants.isSettled(shop, ID);
    }

    @Test
    void a_return_says_that_it_paid_back_what_went_out_for_it() {
        deliverOne();
        exchange("CUP");
        shop.act(ID, "approve-return");
        shop.act(ID, "receive-return");

        assertThat(Objects.requireNonNull(shop.order(ID).books().returnOf("r1")).refund())
                .isEqualTo(eur("96.67"));
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("96.67"));
    }

    @Test
    void a_return_of_goods_that_were_not_paid_says_that_it_paid_nothing_back() {
        shop.inventory.stock("BED", 5);
        shop.execute(PlaceOrder.of(ID).process("physical-goods").line("BED", 1).build());
        for (String action : List.of("pay", "ship", "deliver")) {
            shop.act(ID, action);
        }
        shop.execute(Action.on(ID, "chargeback").set("reference", "d-1").build());
        for (String action : List.of("request-return", "approve-return", "receive-return")) {
            shop.act(ID, action);
        }

        assertThat(Objects.requireNonNull(shop.order(ID).books().returnOf("r1")).refund())
                .isEqualTo(eur("0.00"));
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("0.00"));
    }

    // Sylius#3857
    @Test
    void goods_that_one_order_gives_up_go_to_the_order_that_waits_for_them() {
        shop.inventory.stock("BED", 3, 10L);
        shop.execute(PlaceOrder.of("o-1").line("BED", 3).build());
        shop.execute(PlaceOrder.of("o-2").line("BED", 2).build());
        shop.execute(PlaceOrder.of("o-3").line("BED", 2).build());
        shop.act("o-2", "pay");
        shop.act("o-3", "pay");

        shop.act("o-1", "cancel");
        shop.clock.advance(Duration.ofSeconds(1));
        shop.engine.runDue(shop.clock.instant());

        assertThat(reserved("o-2")).isEqualTo(2);
        assertThat(reserved("o-3")).isEqualTo(1);
        assertThat(shop.inventory.level("BED").available()).isZero();
    }

    private long reserved(String order) {
        return shop.order(order).books().lines().get(0).units().reserved();
    }

    private void place(int beds) {
        shop.inventory.stock("BED", 5);
        shop.execute(PlaceOrder.of(ID).buyer("ann").line("BED", beds).build());
    }

    private void deliverOne() {
        place(1);
        for (String action : List.of("pay", "ship", "deliver")) {
            shop.act(ID, action);
        }
    }

    private Outcome exchange(String sku) {
        return shop.execute(Action.on(ID, "request-return")
                .set("kind", "exchange")
                .set("replacement", List.of(Payload.of(Map.of("sku", sku, "quantity", 1L))))
                .build());
    }
}
