package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Money;
import org.orderengine.model.Payment;
import org.orderengine.model.Shipment;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway.Operation;

/** Money that is taken parcel by parcel, as the goods leave. */
class CaptureOnShipmentTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop();

    @Test
    void each_parcel_captures_what_it_adds_and_one_that_leaves_again_nothing() {
        place(3);
        shop.act(ID, "authorize");

        ship(1);
        assertThat(captured()).isEqualTo(eur("104.90"));
        shop.act(ID, "delivery-failed");
        ship(1);
        assertThat(captured()).isEqualTo(eur("104.90"));
        shop.act(ID, "ship");

        assertThat(captured()).isEqualTo(eur("304.90"));
        assertThat(shop.state(ID)).isEqualTo("shipped");
        Invariants.isSettled(shop, ID);
    }

    @Test
    void nothing_leaves_before_its_capture_is_known() {
        place(1);
        shop.act(ID, "authorize");
        shop.gateway.answer(Operation.CAPTURE, Answer.UNKNOWN);

        shop.act(ID, "ship");

        assertThat(shop.order(ID).flow().isBusy()).isTrue();
        assertThat(shop.order(ID).books().shipments().get(0).stage()).isEqualTo(Shipment.Stage.PREPARED);
        assertThat(shop.inventory.level("BED").onHand()).isEqualTo(5);
    }

    @Test
    void a_parcel_does_not_leave_while_more_is_owed_than_is_promised() {
        place(2);
        shop.act(ID, "authorize");
        shop.execute(Action.on(ID, "modify")
                .set("lines", List.of(Payload.of(Map.of("line", "1", "quantity", 3L))))
                .build());
        assertThat(shop.state(ID)).isEqualTo("reauthorizing");

        assertThat(shop.act(ID, "authorize").isAccepted()).isTrue();

        assertThat(shop.state(ID)).isEqualTo("authorized");
        assertThat(shop.act(ID, "ship").isAccepted()).isTrue();
        assertThat(captured()).isEqualTo(eur("304.90"));
        Invariants.isSettled(shop, ID);
    }

    @Test
    void an_order_that_was_paid_otherwise_ships_without_a_capture() {
        place(1);
        shop.gateway.receive(ID, null, "bank", eur("104.90"), "tx-1");
        shop.execute(Action.on(ID, "payment-received")
                .set("amount", "104.90")
                .set("reference", "tx-1")
                .build());
        assertThat(shop.state(ID)).isEqualTo("authorized");

        shop.act(ID, "ship");

        assertThat(shop.state(ID)).isEqualTo("shipped");
        assertThat(shop.gateway.calls()).isEmpty();
    }

    @Test
    void what_a_promise_that_is_captured_once_leaves_is_promised_anew() {
        shop.gateway.capturesOnce("card");
        place(2);
        shop.act(ID, "authorize");

        ship(1);

        assertThat(shop.state(ID)).isEqualTo("producing");
        List<Payment> payments = shop.order(ID).books().payments();
        assertThat(payments).hasSize(2);
        assertThat(payments.get(0).capturable()).isEqualTo(eur("0.00"));
        assertThat(payments.get(1).capturable()).isEqualTo(eur("100.00"));
        shop.act(ID, "ship");
        assertThat(captured()).isEqualTo(eur("204.90"));
        Invariants.isSettled(shop, ID);
    }

    @Test
    void a_rest_that_is_not_promised_anew_waits_for_the_buyer() {
        shop.gateway.capturesOnce("card").answer(Operation.AUTHORIZE, Answer.APPROVED, Answer.DECLINED);
        place(2);
        shop.act(ID, "authorize");

        Outcome shipped = ship(1);

        assertThat(shipped).isInstanceOf(Outcome.Rejected.class);
        assertThat(shop.state(ID)).isEqualTo("reauthorizing");
        assertThat(shop.order(ID).books().shipments().get(0).stage()).isEqualTo(Shipment.Stage.SHIPPED);
        shop.act(ID, "cancel");
        assertThat(shop.state(ID)).isEqualTo("shipped");
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));
        Invariants.isSettled(shop, ID);
    }

    private void place(int beds) {
        shop.inventory.stock("BED", 5);
        shop.execute(PlaceOrder.of(ID)
                .process("capture-on-shipment")
                .buyer("ann")
                .line("BED", beds)
                .shipping("post", eur("4.90"))
                .build());
    }

    private Outcome ship(int beds) {
        return shop.execute(Action.on(ID, "ship").line("1", beds).build());
    }

    private Money captured() {
        return shop.order(ID).totals().captured();
    }
}
