package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Offer;
import org.orderengine.model.Order;
import org.orderengine.model.Units;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeBenefits;
import org.orderengine.testkit.FakeInventory.Operation;
import org.orderengine.testkit.FakeOffers;

/** When stock is reserved, and what becomes of an order when it is not there. */
class ReservingTest {

    private static final ProcessDefinition WHEN_PAID = ProcessJson.read(
            """
            { "process": "reserve-when-paid", "version": 1, "initial": "created",
              "states": {
                "created": { "on": { "pay": "paying", "cancel": "taking-back" } },
                "paying": { "run": "payment.capture", "done": "reserving", "declined": "created", "failed": "created" },
                "reserving": { "run": "inventory.reserve", "done": "ready", "declined": "taking-back", "failed": "taking-back" },
                "ready": { "on": { "ship": [ { "when": "nothing-open", "to": "gone" }, {} ], "cancel": "taking-back" } },
                "taking-back": { "run": "reverse", "done": "refused" },
                "gone": { "final": true },
                "refused": { "final": true }
              } }
            """);

    @Test
    void what_is_reserved_when_paid_is_given_back_whole_where_it_is_not_there() {
        TestShop shop = new TestShop(new MemoryOrderStore(), engine -> engine.process(WHEN_PAID));
        shop.inventory.stock("BED", 1);
        place(shop, "o-1", 1);
        assertThat(shop.inventory.held("o-1")).as("before it is paid").isZero();
        place(shop, "o-2", 1);
        assertThat(shop.act("o-1", "pay").isAccepted()).isTrue();
        assertThat(shop.state("o-1")).isEqualTo("ready");
        Outcome.Rejected declined = (Outcome.Rejected) shop.act("o-2", "pay");
        assertThat(declined.kind()).isEqualTo(Outcome.Kind.DECLINED);
        assertThat(declined.code()).isEqualTo("out-of-stock");
        assertThat(shop.state("o-2")).isEqualTo("refused");
        assertThat(shop.order("o-2").totals().refunded()).isEqualTo(TestShop.eur("100.00"));
        assertThat(shop.order("o-2").totals().outstanding().isZero()).isTrue();
        assertThat(shop.inventory.held("o-2")).isZero();
        Invariants.booksEqualTheProvidersLog(shop, "o-2");
    }

    @Test
    void an_order_does_without_what_is_not_there_where_the_policy_is_partial() {
        TestShop shop = new TestShop(new MemoryOrderStore(), engine -> engine.reserving(ReservePolicy.PARTIAL));
        shop.inventory.stock("BED", 2);
        assertThat(place(shop, "o-1", 3).isAccepted()).isTrue();
        assertThat(units(shop, "o-1").reserved()).isEqualTo(2);
        assertThat(units(shop, "o-1").cancelled()).isEqualTo(1);
        assertThat(shop.order("o-1").totals().total()).isEqualTo(TestShop.eur("200.00"));
        Invariants.hold(shop, "o-1");
        Outcome.Rejected declined = (Outcome.Rejected) place(shop, "o-2", 1);
        assertThat(declined.code()).isEqualTo("out-of-stock");
        assertThat(shop.state("o-2")).isEqualTo("rejected");
    }

    @Test
    void a_part_that_was_held_is_given_back_when_a_later_effect_is_declined() {
        ProcessDefinition chargesAtOnce = ProcessJson.read(
                """
                { "process": "at-once", "version": 1, "initial": "placing",
                  "states": {
                    "placing": { "run": ["inventory.reserve-partial", "coupons.redeem"], "done": "open", "declined": "refused",
                                 "failed": "refused" },
                    "open": { "on": { "cancel": "taking-back" } },
                    "taking-back": { "run": "reverse", "done": "refused" },
                    "refused": { "final": true }
                  } }
                """);
        FakeOffers offers = new FakeOffers()
                .run(Offer.of("TEN", Offer.Target.ORDER, new Offer.Percent(new BigDecimal("10")))
                        .withCoupon("TEN"));
        TestShop shop = new TestShop(
                new MemoryOrderStore(), engine -> engine.process(chargesAtOnce).offers(offers));
        shop.inventory.stock("BED", 2);
        shop.benefits.answer(FakeBenefits.Operation.REDEEM_COUPONS, Answer.DECLINED);
        shop.execute(PlaceOrder.of("o-1").line("BED", 3).coupon("TEN").build());
        assertThat(shop.state("o-1")).isEqualTo("refused");
        assertThat(shop.inventory.level("BED").available()).isEqualTo(2);
        assertThat(shop.order("o-1").flow().effects()).isEmpty();
    }

    @Test
    void what_is_not_there_is_promised_where_the_policy_is_backorder() {
        TestShop shop = new TestShop(new MemoryOrderStore(), engine -> engine.reserving(ReservePolicy.BACKORDER));
        shop.inventory.stock("BED", 2);
        assertThat(place(shop, "o-1", 3).isAccepted()).isTrue();
        assertThat(units(shop, "o-1").reserved()).isEqualTo(2);
        assertThat(units(shop, "o-1").backordered()).isEqualTo(1);
        Invariants.hold(shop, "o-1");
    }

    @Test
    void a_change_whose_stock_is_not_there_leaves_the_order_as_it_was() {
        FakeOffers offers = new FakeOffers()
                .run(Offer.of("BULK", Offer.Target.ORDER, new Offer.Percent(new BigDecimal("15")))
                        .withCondition(new Offer.Condition(Set.of("BED"), Set.of(), null, 3L, Set.of())));
        TestShop shop = new TestShop(new MemoryOrderStore(), engine -> engine.offers(offers));
        shop.inventory.stock("BED", 2);
        shop.execute(PlaceOrder.of("o-1").line("BED", 2).line("CUP", 1).build());
        Order before = shop.order("o-1");
        Outcome outcome = modify(shop, 5L, 0L);
        assertThat(((Outcome.Rejected) outcome).code()).isEqualTo("out-of-stock");
        Order after = shop.order("o-1");
        assertThat(after.totals()).isEqualTo(before.totals());
        assertThat(after.books()).isEqualTo(before.books());
        assertThat(shop.inventory.held("o-1")).isEqualTo(3);
        Invariants.hold(shop, "o-1");
    }

    @Test
    void a_change_is_not_taken_back_over_what_has_happened_since() {
        TestShop shop = new TestShop();
        shop.inventory.stock("BED", 3);
        shop.execute(PlaceOrder.of("o-1").line("BED", 2).line("CUP", 2).build());
        shop.inventory.answer(Operation.RESERVE, Answer.UNKNOWN);
        shop.inventory.answer(Operation.QUERY, Answer.DECLINED);
        modify(shop, 3L, 2L);
        assertThat(shop.order("o-1").flow().change()).isNotNull();
        shop.execute(Action.on("o-1", "cancel").line("2", 1).build());
        assertThat(shop.order("o-1").flow().change()).isNull();
        shop.advance(Duration.ofMinutes(5));
        assertThat(units(shop, "o-1").reserved()).isEqualTo(2);
        assertThat(units(shop, "o-1").cancelled()).isEqualTo(1);
        assertThat(shop.order("o-1").totals().total()).isEqualTo(TestShop.eur("203.33"));
        Invariants.hold(shop, "o-1");
    }

    private static Outcome place(TestShop shop, String order, int beds) {
        return shop.execute(PlaceOrder.of(order).line("BED", beds).build());
    }

    private static Outcome modify(TestShop shop, long beds, long cups) {
        return shop.execute(Action.on("o-1", "modify")
                .set(
                        "lines",
                        List.of(
                                Payload.of(Map.of("line", "1", "quantity", beds)),
                                Payload.of(Map.of("line", "2", "quantity", cups))))
                .build());
    }

    private static Units units(TestShop shop, String order) {
        return shop.order(order).books().lines().get(0).units();
    }
}
