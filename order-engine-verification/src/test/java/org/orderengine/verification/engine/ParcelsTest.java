package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.event.Event;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Units;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakeLogistics;
import org.orderengine.testkit.ServiceCall;

/** Parcels that are packed before they leave, that do not leave, and that do not arrive. */
class ParcelsTest {

    private final FakeLogistics carrier = new FakeLogistics();
    private final TestShop shop = new TestShop(new MemoryOrderStore(), engine -> engine.logistics(carrier));

    @Test
    void a_parcel_is_packed_and_leaves_later() {
        paid(3);
        prepare("s1", 2);
        assertThat(shop.state("o-1")).isEqualTo("producing");
        assertThat(units().shipped()).isZero();
        assertThat(units().reserved()).isEqualTo(3);
        assertThat(refused(Action.on("o-1", "ship").line("1", 2).build())).isEqualTo("quantity-exceeded");
        shop.execute(Action.on("o-1", "ship").set("shipment", "s1").build());
        assertThat(units().shipped()).isEqualTo(2);
        assertThat(units().reserved()).isEqualTo(1);
        shop.act("o-1", "ship");
        assertThat(shop.state("o-1")).isEqualTo("shipped");
        assertThat(shop.inventory.level("BED").onHand()).isEqualTo(7);
        assertThat(carrier.calls()).as("told once of each parcel").hasSize(2);
        agrees();
    }

    @Test
    void every_parcel_that_leaves_is_told_of_once_also_one_that_leaves_at_once() {
        paid(3);
        shop.execute(Action.on("o-1", "ship").line("1", 2).build());
        prepare("s2", 1);
        shop.execute(Action.on("o-1", "ship").set("shipment", "s2").build());

        assertThat(shop.engine.orders().timeline("o-1"))
                .flatExtracting(TimelineEntry::events)
                .filteredOn(event -> event instanceof Event.ShipmentLeft)
                .extracting(event -> ((Event.ShipmentLeft) event).shipment().id())
                .containsExactly("s1", "s2");
        agrees();
    }

    @Test
    void a_parcel_that_does_not_leave_frees_its_units() {
        paid(3);
        prepare("s1", 3);
        assertThat(shop.engine.orders().allowed(shop.order("o-1"))).contains("cancel-shipment");
        shop.act("o-1", "cancel-shipment");
        assertThat(state("s1")).isEqualTo("cancelled");
        assertThat(carrier.calls()).extracting(ServiceCall::request).hasSize(2);
        assertThat(refused(Action.on("o-1", "cancel-shipment")
                        .set("shipment", "s1")
                        .build()))
                .isEqualTo("shipment-state");
        assertThat(shop.act("o-1", "ship").isAccepted()).isTrue();
        assertThat(state("s2")).isEqualTo("shipped");
        assertThat(refused(Action.on("o-1", "cancel-shipment")
                        .set("shipment", "s2")
                        .build()))
                .isEqualTo("not-allowed");
        agrees();
    }

    @Test
    void a_parcel_is_opened_again_when_its_units_are_cancelled() {
        paid(3);
        prepare("s1", 2);
        shop.execute(Action.on("o-1", "cancel").line("1", 1).build());
        assertThat(state("s1")).as("one unit was loose").isEqualTo("prepared");
        shop.execute(Action.on("o-1", "cancel").line("1", 1).build());
        assertThat(state("s1")).isEqualTo("cancelled");
        shop.act("o-1", "ship");
        assertThat(units().shipped()).isEqualTo(1);
        assertThat(shop.state("o-1")).isEqualTo("shipped");
        agrees();
    }

    @Test
    void a_parcel_that_the_carrier_does_not_take_can_be_packed_anew() {
        paid(2);
        carrier.answer(FakeLogistics.Operation.DISPATCH, Answer.DECLINED);
        Outcome.Rejected declined = (Outcome.Rejected) prepare("s1", 2);
        assertThat(declined.kind()).isEqualTo(Outcome.Kind.DECLINED);
        assertThat(declined.code()).isEqualTo("carrier-declined");
        assertThat(state("s1")).isEqualTo("cancelled");
        assertThat(prepare("s2", 2).isAccepted()).isTrue();
    }

    @Test
    void a_parcel_that_comes_back_is_shipped_again_and_its_stock_leaves_once() {
        paid(3);
        shop.act("o-1", "ship");
        assertThat(shop.state("o-1")).isEqualTo("shipped");
        shop.act("o-1", "delivery-failed");
        assertThat(shop.state("o-1")).isEqualTo("producing");
        assertThat(state("s1")).isEqualTo("returned");
        assertThat(units().reserved()).isEqualTo(3);
        assertThat(shop.inventory.level("BED").onHand()).isEqualTo(10);
        assertThat(shop.inventory.level("BED").available()).isEqualTo(7);
        agrees();
        shop.act("o-1", "ship");
        shop.act("o-1", "deliver");
        assertThat(shop.state("o-1")).isEqualTo("delivered");
        assertThat(shop.inventory.level("BED").onHand()).isEqualTo(7);
        assertThat(shop.inventory.left("o-1")).isEqualTo(3);
        agrees();
    }

    @Test
    void what_came_back_leaves_again_only_after_the_inventory_holds_it() {
        paid(3);
        shop.act("o-1", "ship");
        shop.inventory.answer(FakeInventory.Operation.TAKE_BACK, Answer.UNKNOWN);
        shop.act("o-1", "delivery-failed");
        assertThat(shop.act("o-1", "ship").isAccepted()).isTrue();
        assertThat(owed()).startsWith("inventory.take-back").contains("inventory.consume");
        shop.advance(Duration.ofHours(1));
        assertThat(owed()).isEmpty();
        assertThat(shop.inventory.held("o-1")).isZero();
        assertThat(shop.inventory.level("BED").onHand()).isEqualTo(7);
        agrees();
    }

    @Test
    void what_came_back_is_given_back_only_after_the_inventory_holds_it() {
        paid(3);
        shop.act("o-1", "ship");
        shop.inventory.answer(FakeInventory.Operation.TAKE_BACK, Answer.UNKNOWN);
        shop.act("o-1", "delivery-failed");
        shop.act("o-1", "cancel");
        assertThat(owed()).startsWith("inventory.take-back").contains("inventory.release");
        shop.advance(Duration.ofHours(1));
        assertThat(shop.state("o-1")).isEqualTo("cancelled");
        assertThat(shop.inventory.level("BED").available()).isEqualTo(10);
        agrees();
    }

    private List<String> owed() {
        return shop.order("o-1").flow().effects().stream().map(OwedEffect::name).toList();
    }

    @Test
    void in_the_place_of_a_lost_parcel_other_goods_are_shipped() {
        paid(6);
        shop.execute(Action.on("o-1", "ship").line("1", 5).build());
        shop.execute(Action.on("o-1", "delivery-failed").set("lost", true).build());
        assertThat(state("s1")).isEqualTo("lost");
        assertThat(units().reserved()).isEqualTo(5);
        assertThat(units().backordered()).as("ten were there, five are lost").isEqualTo(1);
        agrees();
        shop.inventory.add("BED", 1);
        shop.engine.goodsArrived(shop.inventory.takeFilled());
        shop.act("o-1", "ship");
        assertThat(shop.state("o-1")).isEqualTo("shipped");
        assertThat(shop.inventory.left("o-1")).isEqualTo(11);
        assertThat(shop.inventory.level("BED").onHand()).isZero();
        agrees();
    }

    @Test
    void what_came_back_can_be_cancelled_and_is_refunded() {
        paid(2);
        shop.act("o-1", "ship");
        shop.act("o-1", "delivery-failed");
        shop.act("o-1", "cancel");
        assertThat(shop.state("o-1")).isEqualTo("cancelled");
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(TestShop.eur("200.00"));
        assertThat(shop.inventory.level("BED").available()).isEqualTo(10);
        agrees();
    }

    @Test
    void where_one_of_two_parcels_fails_the_order_goes_on_when_the_other_has_arrived() {
        paid(3);
        shop.execute(Action.on("o-1", "ship").line("1", 1).build());
        shop.act("o-1", "ship");
        shop.execute(Action.on("o-1", "delivery-failed").set("shipment", "s1").build());
        shop.execute(Action.on("o-1", "deliver").set("shipment", "s2").build());
        assertThat(shop.state("o-1")).isEqualTo("producing");
        shop.act("o-1", "ship");
        shop.execute(Action.on("o-1", "deliver").set("shipment", "s3").build());
        assertThat(shop.state("o-1")).isEqualTo("delivered");
        agrees();
    }

    private void paid(int beds) {
        shop.inventory.stock("BED", 10);
        shop.execute(PlaceOrder.of("o-1").line("BED", beds).build());
        shop.act("o-1", "pay");
    }

    private Outcome prepare(String shipment, int beds) {
        return shop.execute(Action.on("o-1", "ship")
                .set("shipment", shipment)
                .set("prepared", true)
                .line("1", beds)
                .build());
    }

    private String refused(Action action) {
        return ((Outcome.Rejected) shop.execute(action)).code();
    }

    private String state(String shipment) {
        return shop.order("o-1").books().shipments().stream()
                .filter(one -> one.id().equals(shipment))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private Units units() {
        return shop.order("o-1").books().lines().get(0).units();
    }

    private void agrees() {
        Invariants.hold(shop, "o-1");
        Invariants.stockEqualsTheBooks(shop, "o-1");
    }
}
