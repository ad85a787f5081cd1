package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Handling;
import org.orderengine.model.Handling.Fulfilment;
import org.orderengine.model.Units;
import org.orderengine.spi.catalog.Product;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeDelivery;

/** Lines that need no parcel: they are handed over once they are paid, whatever becomes of the others. */
class HandoverTest {

    private static final String ID = "o-1";

    private final FakeDelivery delivery = new FakeDelivery();
    private final TestShop shop = new TestShop(builder -> builder.delivery(delivery)
            .catalog(new FakeCatalog()
                    .sell("CUP", eur("10.00"))
                    .sell(Product.of("CODE", eur("2.00")).handled(Handling.USUAL.by(Fulfilment.HANDOVER)))));

    @Test
    void codes_are_handed_over_once_when_the_order_is_paid() {
        shop.execute(PlaceOrder.of(ID).line("CUP", 1).line("CODE", 3).build());
        assertThat(units("2").delivered()).isZero();
        shop.act(ID, "pay");
        assertThat(units("2").delivered()).isEqualTo(3);
        assertThat(units("1").unshipped()).isEqualTo(1);
        shop.act(ID, "refund-nothing");
        assertThat(delivery.calls()).hasSize(1);
    }

    @Test
    void an_order_of_codes_alone_is_delivered_by_itself() {
        shop.execute(PlaceOrder.of(ID).line("CODE", 3).build());
        shop.act(ID, "pay");
        assertThat(shop.order(ID).position().states()).containsExactly("delivered");
        assertThat(shop.act(ID, "request-return").isAccepted()).isTrue();
        shop.act(ID, "approve-return");
        shop.act(ID, "receive-return");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("6.00"));
        Invariants.isSettled(shop, ID);
    }

    @Test
    void codes_go_in_no_parcel() {
        delivery.answer(FakeDelivery.Operation.DELIVER, Answer.UNKNOWN);
        shop.execute(PlaceOrder.of(ID).line("CUP", 1).line("CODE", 3).build());
        shop.act(ID, "pay");
        Outcome outcome = shop.execute(Action.on(ID, "ship")
                .set("lines", List.of(Map.of("line", "2", "quantity", 1)))
                .build());
        assertThat(((Outcome.Rejected) outcome).code()).isEqualTo("handed-over");
        assertThat(shop.act(ID, "ship").isAccepted()).isTrue();
        assertThat(shop.order(ID).position().states())
                .as("the codes are not there yet")
                .containsExactly("producing");
    }

    @Test
    void codes_that_are_being_handed_over_cannot_be_cancelled() {
        delivery.answer(FakeDelivery.Operation.DELIVER, Answer.UNKNOWN);
        shop.execute(PlaceOrder.of(ID).line("CUP", 1).line("CODE", 3).build());
        shop.act(ID, "pay");
        shop.act(ID, "cancel");
        assertThat(units("1").cancelled()).isEqualTo(1);
        assertThat(units("2").cancelled()).isZero();
    }

    @Test
    void codes_that_will_never_be_handed_over_are_paid_back() {
        delivery.answer(FakeDelivery.Operation.DELIVER, Answer.DECLINED);
        shop.execute(PlaceOrder.of(ID).line("CUP", 1).line("CODE", 3).build());
        shop.act(ID, "pay");
        assertThat(units("2").cancelled()).isEqualTo(3);
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("6.00"));
        assertThat(shop.order(ID).position().states()).containsExactly("paid");
        Invariants.isSettled(shop, ID);
    }

    private Units units(String line) {
        return Objects.requireNonNull(shop.order(ID).books().line(line)).units();
    }
}
