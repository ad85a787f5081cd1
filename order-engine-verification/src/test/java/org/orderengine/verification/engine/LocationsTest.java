package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.Effect.ConsumeStock;
import org.orderengine.effect.Effect.ReleaseStock;
import org.orderengine.effect.Effect.ReserveStock;
import org.orderengine.effect.Effect.RestockGoods;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.effect.Effect.TakeBackGoods;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.EffectId;
import org.orderengine.model.HeldAt;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Shipment;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.inventory.Allocator;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakeInventory.Operation;
import org.orderengine.testkit.ServiceCall;

/** Orders whose units are at several locations. */
class LocationsTest {

    private final FakeInventory inventory = FakeInventory.at("north", "south", "east");

    @Test
    void two_locations_serve_an_order_in_two_parcels() {
        TestShop shop = shop();
        inventory.stockAt("north", "BED", 2).stockAt("south", "BED", 1);
        assertThat(place(shop, 3).isAccepted()).isTrue();
        assertThat(held(shop)).containsExactly(new HeldAt("north", 2, 0), new HeldAt("south", 1, 0));
        assertThat(inventory.heldAt("north", "o-1")).isEqualTo(2);
        assertThat(inventory.heldAt("south", "o-1")).isEqualTo(1);

        shop.act("o-1", "pay");
        assertThat(shop.act("o-1", "ship").isAccepted()).isTrue();
        assertThat(shop.state("o-1")).isEqualTo("shipped");
        assertThat(shop.order("o-1").books().shipments())
                .extracting(Shipment::id, Shipment::location, Shipment::lines)
                .containsExactly(
                        tuple("s1", "north", List.of(new LineQuantity("1", 2))),
                        tuple("s2", "south", List.of(new LineQuantity("1", 1))));
        assertThat(inventory.levelAt("north", "BED").onHand()).isZero();
        assertThat(inventory.levelAt("south", "BED").onHand()).isZero();
        Invariants.worldEqualsTheBooks(shop, "o-1");
    }

    @Test
    void one_parcel_from_afar_is_better_than_two_with_one_from_nearby() {
        TestShop shop = shop();
        inventory.stockAt("north", "BED", 2).stockAt("south", "BED", 1).stockAt("east", "BED", 9);
        place(shop, 3);
        assertThat(held(shop)).containsExactly(new HeldAt("east", 3, 0));
    }

    @Test
    void of_two_locations_that_have_all_the_first_is_asked() {
        TestShop shop = shop();
        inventory.stockAt("south", "BED", 5).stockAt("east", "BED", 9);
        place(shop, 3);
        assertThat(held(shop)).containsExactly(new HeldAt("south", 3, 0));
    }

    @Test
    void each_location_is_asked_once_for_all_lines_and_all_are_asked_once_what_they_have() {
        TestShop shop = shop();
        inventory.stockAt("south", "BED", 4);
        PlaceOrder.Builder order = PlaceOrder.of("o-1").buyer("ann");
        for (int line = 0; line < 4; line++) {
            order.line("LAMP", 1).line("CUP", 2).line("BED", 1);
        }
        shop.execute(order.build());
        assertThat(inventory.asked()).containsExactly(Set.of("LAMP", "CUP", "BED"));
        assertThat(calls(ReserveStock.class)).containsExactly("north", "south");
        shop.act("o-1", "pay");
        shop.act("o-1", "ship");
        assertThat(calls(ConsumeStock.class)).containsExactly("north", "south");
    }

    @Test
    void u3_who_finds_the_last_unit_gone_at_one_location_gets_it_at_another() {
        TestShop shop = racing("south", 1);
        inventory.stockAt("north", "BED", 1).stockAt("south", "BED", 1).stockAt("east", "BED", 1);
        assertThat(place(shop, 2).isAccepted()).isTrue();
        assertThat(calls(ReserveStock.class)).containsExactly("north", "south", "east");
        assertThat(calls(ReleaseStock.class)).as("what is held stays held").isEmpty();
        assertThat(held(shop)).containsExactly(new HeldAt("north", 1, 0), new HeldAt("east", 1, 0));
        Invariants.hold(shop, "o-1");
        Invariants.stockEqualsTheBooks(shop, "o-1");
    }

    @Test
    void u2_who_finds_the_last_unit_gone_everywhere_gives_back_what_others_held_for_him() {
        TestShop shop = racing("south", 1);
        inventory.stockAt("north", "BED", 1).stockAt("south", "BED", 1);
        Outcome.Rejected declined = (Outcome.Rejected) place(shop, 2);
        assertThat(declined.kind()).isEqualTo(Outcome.Kind.DECLINED);
        assertThat(declined.code()).isEqualTo("out-of-stock");
        assertThat(shop.state("o-1")).isEqualTo("rejected");
        assertThat(calls(ReleaseStock.class)).containsExactly("north");
        assertThat(inventory.levelAt("north", "BED").available()).isEqualTo(1);
        assertThat(inventory.held("o-1")).isZero();
    }

    @Test
    void f8_a_location_that_promises_what_it_does_not_give_is_not_asked_for_ever() {
        TestShop shop = shop();
        inventory.stockAt("south", "BED", 9);
        inventory.answer(Operation.RESERVE, Answer.DECLINED, Answer.DECLINED, Answer.DECLINED, Answer.DECLINED);
        place(shop, 1);
        assertThat(shop.state("o-1")).isEqualTo("rejected");
        assertThat(calls(ReserveStock.class)).hasSize(3);
    }

    @Test
    void an_order_that_is_nowhere_whole_or_in_parts_is_declined_without_anything_held() {
        TestShop shop = shop();
        inventory.stockAt("north", "BED", 1).stockAt("south", "BED", 1);
        Outcome.Rejected declined = (Outcome.Rejected) place(shop, 3);
        assertThat(declined.code()).isEqualTo("out-of-stock");
        assertThat(calls(ReserveStock.class)).containsExactly("north");
        assertThat(inventory.held("o-1")).isZero();
    }

    @Test
    void part_of_an_order_is_taken_where_that_is_the_policy() {
        TestShop shop = new TestShop(inventory, engine -> engine.reserving(ReservePolicy.PARTIAL));
        inventory.stockAt("north", "BED", 1).stockAt("south", "BED", 1);
        assertThat(place(shop, 5).isAccepted()).isTrue();
        assertThat(held(shop)).containsExactly(new HeldAt("north", 1, 0), new HeldAt("south", 1, 0));
        assertThat(shop.order("o-1").totals().total()).isEqualTo(TestShop.eur("200.00"));
        Invariants.stockEqualsTheBooks(shop, "o-1");
    }

    @Test
    void part_of_an_order_is_taken_also_when_a_location_has_nothing_any_more() {
        TestShop shop = racing("south", 1, ReservePolicy.PARTIAL);
        inventory.stockAt("north", "BED", 1).stockAt("south", "BED", 1);
        assertThat(place(shop, 2).isAccepted()).isTrue();
        assertThat(held(shop)).containsExactly(new HeldAt("north", 1, 0));
        assertThat(shop.order("o-1").books().lines().get(0).units().cancelled()).isEqualTo(1);
        Invariants.stockEqualsTheBooks(shop, "o-1");
    }

    @Test
    void what_is_nowhere_is_promised_by_one_location_and_shipped_from_there_once_it_came() {
        TestShop shop = new TestShop(inventory, engine -> engine.reserving(ReservePolicy.BACKORDER));
        inventory.stockAt("north", "BED", 0).stockAt("south", "BED", 2);
        place(shop, 3);
        assertThat(held(shop)).containsExactly(new HeldAt("south", 2, 1));
        inventory.addAt("south", "BED", 1);
        shop.engine.goodsArrived(inventory.takeFilled());
        assertThat(held(shop)).containsExactly(new HeldAt("south", 3, 0));
        shop.act("o-1", "pay");
        shop.act("o-1", "ship");
        assertThat(shop.state("o-1")).isEqualTo("shipped");
        Invariants.worldEqualsTheBooks(shop, "o-1");
    }

    @Test
    void p4_what_a_location_did_is_asked_for_when_its_answer_was_lost() {
        TestShop shop = shop();
        inventory.stockAt("north", "BED", 1).stockAt("south", "BED", 1);
        inventory.answer(Operation.RESERVE, Answer.APPROVED, Answer.UNKNOWN_DONE);
        place(shop, 2);
        assertThat(shop.order("o-1").flow().isBusy()).isTrue();
        shop.restart();
        shop.advance(Duration.ofMinutes(20));
        assertThat(held(shop)).containsExactly(new HeldAt("north", 1, 0), new HeldAt("south", 1, 0));
        assertThat(calls(ReserveStock.class)).containsExactly("north", "south");
        assertThat(shop.state("o-1")).isEqualTo("created");
    }

    @Test
    void d1_a_crash_between_two_locations_and_their_entry_holds_nothing_twice() {
        InterruptedStore store = new InterruptedStore(new MemoryOrderStore(), 3, () -> {
            throw new StoreUnavailableException("the process was killed", null);
        });
        TestShop shop =
                new TestShop(inventory, store, (built, engine) -> engine.process(StandardProcesses.physicalGoods()));
        inventory.stockAt("north", "BED", 5).stockAt("south", "BED", 5);
        try {
            place(shop, 7);
        } catch (StoreUnavailableException killed) {
            shop.restart();
        }
        inventory.addAt("north", "BED", 100);
        shop.advance(Duration.ofMinutes(10));
        assertThat(shop.state("o-1")).isEqualTo("created");
        assertThat(held(shop)).containsExactly(new HeldAt("north", 5, 0), new HeldAt("south", 2, 0));
        assertThat(calls(ReserveStock.class)).containsExactly("north", "south", "north", "south");
        Invariants.stockEqualsTheBooks(shop, "o-1");
    }

    @Test
    void u2_a_location_that_fails_for_good_has_the_others_give_back_what_they_hold() {
        TestShop shop = shop();
        inventory.stockAt("north", "BED", 1).stockAt("south", "BED", 1);
        Answer[] fails = new Answer[20];
        Arrays.fill(fails, Answer.FAILED);
        fails[0] = Answer.APPROVED;
        inventory.answer(Operation.RESERVE, fails);
        place(shop, 2);
        shop.advance(Duration.ofDays(3));
        shop.advance(Duration.ofDays(1));
        assertThat(shop.state("o-1")).isEqualTo("rejected");
        assertThat(inventory.held("o-1")).isZero();
    }

    @Test
    void cancelled_units_are_given_back_where_they_are_held_and_the_smallest_parcel_goes_first() {
        TestShop shop = shop();
        inventory.stockAt("north", "BED", 1).stockAt("south", "BED", 3);
        place(shop, 4);
        shop.execute(Action.on("o-1", "cancel").line("1", 2).build());
        assertThat(held(shop)).containsExactly(new HeldAt("south", 2, 0));
        assertThat(calls(ReleaseStock.class)).containsExactlyInAnyOrder("north", "south");
        Invariants.stockEqualsTheBooks(shop, "o-1");
        shop.act("o-1", "cancel");
        assertThat(inventory.held("o-1")).isZero();
    }

    @Test
    void more_units_come_from_a_location_that_sends_a_parcel_anyhow() {
        TestShop shop = shop();
        inventory.stockAt("north", "BED", 1).stockAt("south", "BED", 9);
        place(shop, 4);
        assertThat(held(shop)).containsExactly(new HeldAt("south", 4, 0));
        shop.execute(Action.on("o-1", "modify")
                .set("lines", List.of(Payload.of(Map.of("line", "1", "quantity", 5L))))
                .build());
        assertThat(held(shop)).containsExactly(new HeldAt("south", 5, 0));
    }

    @Test
    void a_modification_whose_units_are_gone_is_taken_back_at_every_location() {
        TestShop shop = racing("south", 2);
        inventory.stockAt("north", "BED", 2).stockAt("south", "BED", 2);
        place(shop, 1);
        shop.execute(Action.on("o-1", "modify")
                .set("lines", List.of(Payload.of(Map.of("line", "1", "quantity", 4L))))
                .build());
        assertThat(shop.order("o-1").books().lines().get(0).units().ordered()).isEqualTo(1);
        assertThat(held(shop)).containsExactly(new HeldAt("north", 1, 0));
        Invariants.stockEqualsTheBooks(shop, "o-1");
    }

    @Test
    void a_parcel_leaves_the_location_that_is_named() {
        TestShop shop = shop();
        inventory.stockAt("north", "BED", 2).stockAt("south", "BED", 1);
        place(shop, 3);
        shop.act("o-1", "pay");
        assertThat(code(shop.execute(
                        Action.on("o-1", "ship").set("tracking", "T1").build())))
                .isEqualTo("several-locations");
        assertThat(code(shop.execute(
                        Action.on("o-1", "ship").set("location", "east").build())))
                .isEqualTo("nothing-to-ship");
        assertThat(code(shop.execute(Action.on("o-1", "ship")
                        .set("location", "south")
                        .line("1", 2)
                        .build())))
                .isEqualTo("quantity-exceeded");
        shop.execute(Action.on("o-1", "ship")
                .set("location", "south")
                .set("tracking", "T1")
                .build());
        assertThat(calls(ConsumeStock.class)).containsExactly("south");
        assertThat(shop.state("o-1")).isEqualTo("producing");
        assertThat(shop.execute(Action.on("o-1", "ship").set("tracking", "T2").build())
                        .isAccepted())
                .isTrue();
        assertThat(shop.state("o-1")).isEqualTo("shipped");
        Invariants.worldEqualsTheBooks(shop, "o-1");
    }

    @Test
    void prepared_parcels_keep_the_units_of_their_locations() {
        TestShop shop = shop();
        inventory.stockAt("north", "BED", 2).stockAt("south", "BED", 1);
        place(shop, 3);
        shop.act("o-1", "pay");
        shop.execute(Action.on("o-1", "ship").set("prepared", true).line("1", 2).build());
        assertThat(shop.order("o-1").books().shipments())
                .extracting(Shipment::location)
                .containsExactly("north");
        assertThat(calls(ConsumeStock.class)).isEmpty();
        shop.act("o-1", "ship");
        assertThat(calls(ConsumeStock.class)).containsExactly("south");
        shop.act("o-1", "ship");
        assertThat(calls(ConsumeStock.class)).containsExactly("south", "north");
        assertThat(shop.state("o-1")).isEqualTo("shipped");
    }

    @Test
    void a_parcel_that_comes_back_is_held_again_where_it_left() {
        TestShop shop = shipped();
        shop.execute(Action.on("o-1", "delivery-failed").set("shipment", "s2").build());
        assertThat(calls(TakeBackGoods.class)).containsExactly("south");
        assertThat(held(shop)).containsExactly(new HeldAt("south", 1, 0));
        assertThat(inventory.heldAt("south", "o-1")).isEqualTo(1);
    }

    @Test
    void other_goods_for_a_lost_parcel_come_from_wherever_they_are() {
        TestShop shop = shipped();
        inventory.addAt("north", "BED", 1);
        shop.execute(Action.on("o-1", "delivery-failed")
                .set("shipment", "s2")
                .set("lost", true)
                .build());
        assertThat(held(shop)).containsExactly(new HeldAt("north", 1, 0));
        Invariants.stockEqualsTheBooks(shop, "o-1");
    }

    @Test
    void goods_go_back_to_the_shelf_that_they_came_from() {
        TestShop shop = returned();
        shop.act("o-1", "receive-return");
        assertThat(calls(RestockGoods.class)).containsExactly("north", "south");
        assertThat(inventory.levelAt("north", "BED").onHand()).isEqualTo(2);
        assertThat(inventory.levelAt("south", "BED").onHand()).isEqualTo(1);
    }

    @Test
    void goods_go_back_to_another_shelf_where_that_is_said() {
        TestShop shop = returned();
        shop.execute(Action.on("o-1", "receive-return").set("location", "east").build());
        assertThat(calls(RestockGoods.class)).containsExactly("east");
        assertThat(inventory.levelAt("north", "BED").onHand()).isZero();
        assertThat(inventory.left("o-1")).isZero();
    }

    @Test
    void a_host_with_one_location_names_none() {
        TestShop shop = new TestShop();
        shop.execute(TestShop.threeLines("o-1"));
        shop.act("o-1", "pay");
        assertThat(code(shop.execute(
                        Action.on("o-1", "ship").set("location", "north").build())))
                .isEqualTo("bad-payload");
        shop.act("o-1", "ship");
        assertThat(shop.order("o-1").books().shipments()).hasSize(1);
        assertThat(shop.inventory.calls())
                .allSatisfy(call -> assertThat(((Effect.Stock) Objects.requireNonNull(call.request())).location())
                        .isNull());
        byte[] document = shop.store.load("o-1").orElseThrow().document().bytes();
        assertThat(new String(document, StandardCharsets.UTF_8)).doesNotContain("location");
    }

    @Test
    void a_person_can_say_that_a_location_does_not_hold_what_it_was_asked_for() {
        TestShop shop = parked(Answer.UNKNOWN);
        resolve(shop, Resolution.declined("not-there", "looked at the shelf"));
        assertThat(shop.state("o-1")).isEqualTo("rejected");
        assertThat(inventory.held("o-1")).isZero();
    }

    @Test
    void a_person_can_have_a_reservation_undone_at_every_location() {
        TestShop shop = parked(Answer.UNKNOWN_DONE);
        resolve(shop, Resolution.reverse(null));
        assertThat(shop.state("o-1")).isEqualTo("rejected");
        assertThat(inventory.held("o-1")).isZero();
    }

    @Test
    void a_person_can_say_that_a_location_holds_what_it_was_asked_for() {
        TestShop shop = parked(Answer.UNKNOWN_DONE);
        resolve(shop, Resolution.done(null));
        assertThat(shop.state("o-1")).isEqualTo("created");
        assertThat(held(shop)).containsExactly(new HeldAt("north", 1, 0), new HeldAt("south", 1, 0));
    }

    @Test
    void a_host_allocates_by_its_own_rule() {
        TestShop shop = shop(request -> List.of(new Allocator.Share("east", request.quantities())));
        inventory.stockAt("north", "BED", 9).stockAt("east", "BED", 9);
        place(shop, 3);
        assertThat(held(shop)).containsExactly(new HeldAt("east", 3, 0));
    }

    @Test
    void an_allocator_that_throws_is_asked_again_later() {
        List<String> asked = new ArrayList<>();
        TestShop shop = shop(request -> {
            asked.add(request.order().id());
            if (asked.size() == 1) {
                throw new IllegalStateException("not now");
            }
            return Allocator.FEWEST_PARCELS.allocate(request);
        });
        inventory.stockAt("north", "BED", 9);
        place(shop, 3);
        shop.advance(Duration.ofMinutes(10));
        assertThat(held(shop)).containsExactly(new HeldAt("north", 3, 0));
    }

    /** An order of which it is unknown whether the second location holds its part. */
    private TestShop parked(Answer answer) {
        TestShop shop = shop();
        inventory.stockAt("north", "BED", 1).stockAt("south", "BED", 1);
        inventory.answer(Operation.RESERVE, Answer.APPROVED, answer);
        Answer[] unknown = new Answer[50];
        Arrays.fill(unknown, Answer.UNKNOWN);
        inventory.answer(Operation.QUERY, unknown);
        place(shop, 2);
        shop.advance(Duration.ofDays(2));
        return shop;
    }

    private static void resolve(TestShop shop, Resolution resolution) {
        EffectId effect = shop.order("o-1").flow().effects().get(0).id();
        assertThat(shop.execute(new ResolveEffect("o-1", effect, resolution, "kim", "the shelf", null))
                        .isAccepted())
                .isTrue();
    }

    private TestShop shop() {
        return new TestShop(inventory, engine -> engine);
    }

    private TestShop shop(Allocator allocator) {
        return new TestShop(inventory, engine -> engine.allocator(allocator));
    }

    /** A shop in which another order is quicker, once, where a location has units. */
    private TestShop racing(String location, long units) {
        return racing(location, units, ReservePolicy.ALL_OR_NOTHING);
    }

    private TestShop racing(String location, long units, ReservePolicy policy) {
        List<Allocator.Request> seen = new ArrayList<>();
        Allocator behind = request -> {
            List<Allocator.Share> shares = Allocator.FEWEST_PARCELS.allocate(request);
            boolean takesFromThere =
                    shares.stream().anyMatch(share -> share.location().equals(location));
            if (takesFromThere && seen.isEmpty()) {
                seen.add(request);
                inventory.reserve(
                        new ReserveStock(
                                List.of(new StockLine("1", "BED", units)), ReservePolicy.ALL_OR_NOTHING, location),
                        new CallContext("rival", "rival/1", request.order().placedAt(), 1));
            }
            return shares;
        };
        return new TestShop(inventory, engine -> engine.allocator(behind).reserving(policy));
    }

    private TestShop shipped() {
        TestShop shop = shop();
        inventory.stockAt("north", "BED", 2).stockAt("south", "BED", 1);
        place(shop, 3);
        shop.act("o-1", "pay");
        shop.act("o-1", "ship");
        return shop;
    }

    private TestShop returned() {
        TestShop shop = shipped();
        shop.execute(Action.on("o-1", "deliver").set("shipment", "s1").build());
        shop.execute(Action.on("o-1", "deliver").set("shipment", "s2").build());
        shop.act("o-1", "request-return");
        shop.act("o-1", "approve-return");
        return shop;
    }

    private static Outcome place(TestShop shop, long beds) {
        return shop.execute(PlaceOrder.of("o-1").buyer("ann").line("BED", beds).build());
    }

    private static List<HeldAt> held(TestShop shop) {
        return shop.order("o-1").books().lines().get(0).units().held();
    }

    private static @Nullable String code(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected ? rejected.code() : null;
    }

    /** The locations that were asked for something, in that order. */
    private List<String> calls(Class<? extends Effect.Stock> kind) {
        return inventory.calls().stream()
                .filter(call -> call.context().orderId().equals("o-1"))
                .map(ServiceCall::request)
                .filter(kind::isInstance)
                .map(request -> Objects.requireNonNull(((Effect.Stock) request).location()))
                .toList();
    }
}
