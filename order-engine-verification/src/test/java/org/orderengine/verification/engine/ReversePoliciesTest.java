package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Coupon;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Order;
import org.orderengine.model.Points;
import org.orderengine.policy.CouponPolicy;
import org.orderengine.policy.PointsPolicy;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.RefundPolicy;
import org.orderengine.policy.ReturnPolicy;
import org.orderengine.policy.ReturnRule;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.catalog.Product;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeOffers;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.MoneyMovement;

/** What a shop decides about returns, refunds and coupons, and what the books make of it. */
class ReversePoliciesTest {

    // Which returns are taken.

    @Test
    void a_return_is_taken_within_its_window_from_delivery_on() {
        TestShop shop = returning(ReturnPolicy.DEFAULT.rule(ReturnRule.within(Duration.ofDays(14))));
        delivered(shop, cups("o-1", 3));
        shop.advance(Duration.ofDays(13));
        assertThat(shop.execute(request("o-1", 1))).isInstanceOf(Outcome.Accepted.class);
        shop.advance(Duration.ofDays(2));
        assertThat(code(shop.execute(request("o-1", 1)))).isEqualTo("return-window-over");
    }

    @Test
    void goods_of_an_excluded_category_are_not_taken_back() {
        TestShop shop = new TestShop(builder -> builder.catalog(
                        new FakeCatalog().sell(new Product("SALAD", eur("2.00"), null, null, "fresh", null, Map.of())))
                .reversal(ReversePolicy.DEFAULT.withReturns(
                        ReturnPolicy.DEFAULT.rule(ReturnRule.exceptCategories(Set.of("fresh"))))));
        delivered(shop, PlaceOrder.of("o-1").line("SALAD", 1).build());
        assertThat(code(shop.act("o-1", "request-return"))).isEqualTo("return-excluded");
    }

    @Test
    void a_line_is_taken_back_up_to_a_number_of_units_over_all_its_returns() {
        TestShop shop = returning(ReturnPolicy.DEFAULT.rule(ReturnRule.atMostPerLine(2)));
        delivered(shop, cups("o-1", 5));
        assertThat(code(shop.execute(request("o-1", 3)))).isEqualTo("return-too-many");
        assertThat(shop.execute(request("o-1", 2))).isInstanceOf(Outcome.Accepted.class);
        assertThat(code(shop.execute(request("o-1", 1)))).isEqualTo("return-too-many");
    }

    @Test
    void a_rule_that_throws_refuses_and_changes_nothing() {
        TestShop shop = returning(ReturnPolicy.DEFAULT.rule(request -> {
            throw new IllegalStateException("broken");
        }));
        delivered(shop, cups("o-1", 1));
        Order before = shop.order("o-1");
        assertThat(code(shop.execute(request("o-1", 1)))).isEqualTo("return-rule-failed");
        assertThat(shop.order("o-1")).isEqualTo(before);
    }

    @Test
    void a_request_that_the_policy_approves_needs_no_approval() {
        TestShop shop = returning(ReturnPolicy.DEFAULT.approving(request -> "broken".equals(request.reason())));
        delivered(shop, cups("o-1", 3));
        shop.execute(request("o-1", 1));
        assertThat(shop.order("o-1").books().returns().get(0).state()).isEqualTo("requested");
        shop.execute(Action.on("o-1", "request-return")
                .line("1", 2)
                .set("kind", "refund-only")
                .set("reason", "broken")
                .build());
        assertThat(shop.order("o-1").books().returns().get(1).state()).isEqualTo("received");
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(eur("6.66"));
        Invariants.hold(shop, "o-1");
    }

    // Which payments give money back, and what is kept.

    @Test
    void a_refund_goes_to_the_earliest_payment_first_unless_a_policy_says_otherwise() {
        assertThat(refundedAfterCancelling(ReversePolicy.DEFAULT, 3))
                .containsExactly(eur("1.00"), eur("8.99"), eur("0.00"));
        RefundPolicy latestFirst = refund -> List.of(new RefundPolicy.Part(
                refund.rooms().get(refund.rooms().size() - 1).payment().id(),
                refund.amount(),
                RefundPolicy.Target.TENDER));
        assertThat(refundedAfterCancelling(ReversePolicy.DEFAULT.withRefunds(latestFirst), 2))
                .as("the last one has room for 3.32 only, the rest goes earliest first")
                .containsExactly(eur("1.00"), eur("2.34"), eur("3.32"));
    }

    @Test
    void what_a_broken_policy_leaves_goes_back_earliest_first() {
        RefundPolicy broken = refund -> {
            throw new IllegalStateException("broken");
        };
        assertThat(refundedAfterCancelling(ReversePolicy.DEFAULT.withRefunds(broken), 4))
                .containsExactly(eur("1.00"), eur("9.00"), eur("3.32"));
        RefundPolicy tooMuch =
                refund -> List.of(new RefundPolicy.Part("p2", eur("1000.00"), RefundPolicy.Target.TENDER));
        assertThat(refundedAfterCancelling(ReversePolicy.DEFAULT.withRefunds(tooMuch), 4))
                .containsExactly(eur("1.00"), eur("9.00"), eur("3.32"));
    }

    /** Four cups for 13.32, paid by 1.00, 9.00 and 3.32. */
    private static List<Money> refundedAfterCancelling(ReversePolicy policy, long cups) {
        TestShop shop = new TestShop(builder -> builder.reversal(policy));
        shop.execute(cups("o-1", 4));
        shop.execute(Action.on("o-1", "pay").amount(eur("1.00")).build());
        shop.execute(Action.on("o-1", "pay").amount(eur("9.00")).build());
        shop.act("o-1", "pay");
        shop.execute(Action.on("o-1", "cancel").line("1", cups).build());
        Invariants.hold(shop, "o-1");
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
        return shop.order("o-1").books().payments().stream()
                .map(payment -> payment.refunded())
                .toList();
    }

    @Test
    void money_comes_back_as_store_credit_where_the_policy_says_so() {
        TestShop shop =
                new TestShop(builder -> builder.reversal(ReversePolicy.DEFAULT.withRefunds(RefundPolicy.STORE_CREDIT)));
        shop.execute(cups("o-1", 2));
        shop.act("o-1", "pay");
        shop.act("o-1", "cancel");
        assertThat(shop.state("o-1")).isEqualTo("cancelled");
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(eur("6.66"));
        assertThat(shop.gateway.movements())
                .filteredOn(movement -> movement.kind() == MoneyMovement.Kind.REFUNDED)
                .hasSize(1);
        assertThat(shop.gateway.calls())
                .anySatisfy(call -> assertThat(call.toString()).contains("store-credit"));
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
    }

    @Test
    void a_fee_is_kept_of_what_goes_back_and_of_nothing_else() {
        RefundPolicy keepsTwo = keeping(eur("2.00"));
        TestShop shop = new TestShop(builder -> builder.reversal(ReversePolicy.DEFAULT.withRefunds(keepsTwo)));
        delivered(shop, cups("o-1", 3));
        shop.execute(request("o-1", 2));
        shop.act("o-1", "approve-return");
        shop.act("o-1", "receive-return");
        Order order = shop.order("o-1");
        assertThat(order.totals().refunded()).isEqualTo(eur("4.66"));
        assertThat(order.totals().surcharge()).isEqualTo(eur("2.00"));
        assertThat(order.totals().total()).isEqualTo(eur("5.33"));
        assertThat(order.totals().outstanding()).isEqualTo(eur("0.00"));
        assertThat(order.books().returns().get(0).refund()).isEqualTo(eur("4.66"));
        Invariants.hold(shop, "o-1");

        shop.execute(cups("o-2", 3));
        shop.act("o-2", "cancel");
        assertThat(shop.order("o-2").totals().surcharge())
                .as("nothing was paid")
                .isEqualTo(eur("0.00"));
        assertThat(shop.order("o-2").totals().total()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_fee_is_never_more_than_what_would_go_back() {
        TestShop shop =
                new TestShop(builder -> builder.reversal(ReversePolicy.DEFAULT.withRefunds(keeping(eur("100.00")))));
        shop.execute(cups("o-1", 3));
        shop.act("o-1", "pay");
        shop.execute(Action.on("o-1", "cancel").line("1", 1).build());
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(eur("0.00"));
        assertThat(shop.order("o-1").totals().surcharge()).isEqualTo(eur("3.33"));
        assertThat(shop.order("o-1").totals().outstanding()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_refund_that_failed_gives_its_room_back_and_is_tried_again_P5() {
        TestShop shop = new TestShop();
        shop.execute(cups("o-1", 3));
        shop.act("o-1", "pay");
        shop.gateway.answer(FakePaymentGateway.Operation.REFUND, Answer.FAILED, Answer.FAILED);
        shop.execute(Action.on("o-1", "cancel").line("1", 1).build());
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(eur("0.00"));
        assertThat(shop.order("o-1").totals().outstanding()).isEqualTo(eur("-3.33"));
        assertThat(code(shop.execute(
                        Action.on("o-1", "refund").amount(eur("6.67")).build())))
                .as("the pending refund takes its room")
                .isEqualTo("amount-exceeded");
        shop.advance(Duration.ofHours(1));
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(eur("3.33"));
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
    }

    // Coupons and points.

    @Test
    void a_coupon_comes_back_by_policy_and_once_B1() {
        assertThat(couponAfterCancelling(CouponPolicy.UNLESS_SHIPPED)).isEqualTo(Coupon.State.RETURNED);
        assertThat(couponAfterCancelling(CouponPolicy.NEVER)).isEqualTo(Coupon.State.REDEEMED);
        assertThat(couponAfterReturningAll(CouponPolicy.UNLESS_SHIPPED)).isEqualTo(Coupon.State.REDEEMED);
        assertThat(couponAfterReturningAll(CouponPolicy.ALWAYS)).isEqualTo(Coupon.State.RETURNED);
        assertThat(couponAfterCancelling((order, coupon) -> {
                    throw new IllegalStateException("broken");
                }))
                .isEqualTo(Coupon.State.RETURNED);
    }

    private static Coupon.State couponAfterCancelling(CouponPolicy policy) {
        TestShop shop = couponShop(policy);
        shop.execute(
                PlaceOrder.of("o-1").buyer("ann").line("CUP", 3).coupon("TEN").build());
        shop.act("o-1", "pay");
        shop.act("o-1", "cancel");
        return coupon(shop);
    }

    private static Coupon.State couponAfterReturningAll(CouponPolicy policy) {
        TestShop shop = couponShop(policy);
        delivered(
                shop,
                PlaceOrder.of("o-1").buyer("ann").line("CUP", 3).coupon("TEN").build());
        shop.act("o-1", "request-return");
        shop.act("o-1", "approve-return");
        shop.act("o-1", "receive-return");
        return coupon(shop);
    }

    private static Coupon.State coupon(TestShop shop) {
        Coupon coupon = shop.order("o-1").books().coupons().get(0);
        assertThat(shop.benefits.uses("TEN")).isEqualTo(coupon.state() == Coupon.State.RETURNED ? 0 : 1);
        return coupon.state();
    }

    private static TestShop couponShop(CouponPolicy policy) {
        Offer ten = Offer.of("ten", Offer.Target.ORDER, new Offer.Percent(new BigDecimal("10")))
                .withCoupon("TEN");
        return new TestShop(builder ->
                builder.offers(new FakeOffers().run(ten)).reversal(ReversePolicy.DEFAULT.withCoupons(policy)));
    }

    @Test
    void granted_points_are_clawed_back_pro_rata_and_never_more_than_were_granted_B2() {
        TestShop shop = pointsShop();
        shop.execute(PlaceOrder.of("o-1").buyer("ann").line("CUP", 7).build());
        for (String action : List.of("pay", "ship", "deliver", "sell")) {
            assertThat(shop.act("o-1", action)).as(action).isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(shop.order("o-1").books().points().granted()).as("23.31").isEqualTo(23);
        long before = 0;
        for (int unit = 1; unit <= 7; unit++) {
            shop.execute(request("o-1", 1));
            shop.act("o-1", "approve-return");
            shop.act("o-1", "receive-return");
            Points points = shop.order("o-1").books().points();
            long atOnce = 23 - Math.floorDiv(23L * (2331 - 333 * unit), 2331);
            assertThat(points.clawedBack())
                    .as("after %s units", unit)
                    .isEqualTo(atOnce)
                    .isGreaterThan(before);
            before = points.clawedBack();
        }
        assertThat(before).isEqualTo(23);
        assertThat(shop.benefits.member("ann").points()).isEqualTo(100);
        assertThat(shop.state("o-1"))
                .as("a definition may take returns for as long as it wants")
                .isEqualTo("sold");
        Invariants.booksEqualTheProvidersLog(shop, "o-1");
    }

    private static TestShop pointsShop() {
        ProcessDefinition definition = ProcessDefinition.named("long-returns", 1)
                .initial("created")
                .state("created", s -> s.on("pay").to("paying").on("cancel").to("undoing"))
                .state("paying", s -> s.run("payment.capture").done("paid").declined("created"))
                .state("paid", s -> s.on("ship")
                        .stay()
                        .on("deliver")
                        .stay()
                        .on("sell")
                        .to("sold")
                        .on("cancel")
                        .to("undoing"))
                .state("sold", s -> s.entry("points.grant")
                        .on("request-return")
                        .stay()
                        .on("approve-return")
                        .stay()
                        .on("receive-return")
                        .stay()
                        .after("archive", Duration.ofDays(700))
                        .to("archived"))
                .state("archived", s -> s.end())
                .state("undoing", s -> s.run("reverse").done("undone"))
                .state("undone", s -> s.end())
                .build();
        TestShop shop = new TestShop(builder -> builder.process(definition)
                .pricing(PricingPolicy.DEFAULT.withPoints(new PointsPolicy(eur("0.01"), 1))));
        shop.benefits.member("ann", null, 100);
        return shop;
    }

    // What a provider takes back.

    @Test
    void a_chargeback_is_booked_in_every_state_and_the_same_reference_twice_is_one() {
        TestShop shop = new TestShop();
        delivered(shop, cups("o-1", 3));
        shop.act("o-1", "confirm");
        shop.act("o-1", "complete");
        Action chargeback = chargeback("cb-1", eur("4.00"));
        assertThat(shop.execute(chargeback)).isInstanceOf(Outcome.Accepted.class);
        Order once = shop.order("o-1");
        assertThat(shop.execute(chargeback)).isEqualTo(new Outcome.Accepted(once));
        assertThat(once.totals().chargedBack()).isEqualTo(eur("4.00"));
        assertThat(once.totals().outstanding()).as("the buyer owes it again").isEqualTo(eur("4.00"));
        assertThat(once.books().payments().get(0).state()).isEqualTo("charged-back");
        assertThat(shop.state("o-1")).isEqualTo("completed");
        assertThat(code(shop.execute(chargeback("cb-2", eur("6.00"))))).isEqualTo("amount-exceeded");
        assertThat(code(shop.execute(Action.on("o-1", "chargeback").build()))).isEqualTo("bad-payload");
        Invariants.hold(shop, "o-1");
    }

    @Test
    void what_the_provider_took_back_is_not_refunded_once_more() {
        TestShop shop = new TestShop();
        shop.execute(cups("o-1", 3));
        shop.act("o-1", "pay");
        shop.execute(chargeback("cb-1", eur("4.00")));
        assertThat(shop.engine.orders().allowed(shop.order("o-1")))
                .contains("pay")
                .doesNotContain("ship");
        shop.act("o-1", "cancel");
        assertThat(shop.state("o-1")).isEqualTo("cancelled");
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(eur("5.99"));
        assertThat(shop.order("o-1").totals().outstanding()).isEqualTo(eur("0.00"));
    }

    @Test
    void a_refund_that_waits_for_its_next_try_is_given_up_when_the_provider_took_the_money_back() {
        TestShop shop = new TestShop();
        shop.execute(cups("o-1", 3));
        shop.act("o-1", "pay");
        shop.gateway.answer(FakePaymentGateway.Operation.REFUND, Answer.FAILED);
        shop.act("o-1", "cancel");
        assertThat(shop.order("o-1").flow().isBusy()).isTrue();
        shop.execute(chargeback("cb-1", eur("9.99")));
        assertThat(shop.state("o-1")).isEqualTo("cancelled");
        shop.advance(Duration.ofDays(3));
        assertThat(shop.order("o-1").totals().refunded()).isEqualTo(eur("0.00"));
        assertThat(shop.order("o-1").totals().outstanding()).isEqualTo(eur("0.00"));
        Invariants.hold(shop, "o-1");
    }

    private static Action chargeback(String reference, Money amount) {
        return Action.on("o-1", "chargeback")
                .set("reference", reference)
                .amount(amount)
                .build();
    }

    private static RefundPolicy keeping(Money fee) {
        return new RefundPolicy() {
            @Override
            public List<Part> spread(Refund refund) {
                return RefundPolicy.EARLIEST_FIRST.spread(refund);
            }

            @Override
            public Money fee(Reversal reversal) {
                return fee;
            }
        };
    }

    private static TestShop returning(ReturnPolicy policy) {
        return new TestShop(builder -> builder.reversal(ReversePolicy.DEFAULT.withReturns(policy)));
    }

    private static PlaceOrder cups(String order, long cups) {
        return PlaceOrder.of(order).buyer("ann").line("CUP", cups).build();
    }

    private static void delivered(TestShop shop, PlaceOrder order) {
        shop.execute(order);
        for (String action : List.of("pay", "ship", "deliver")) {
            assertThat(shop.act(order.orderId(), action)).as(action).isInstanceOf(Outcome.Accepted.class);
        }
    }

    private static Action request(String order, long cups) {
        return Action.on(order, "request-return").line("1", cups).build();
    }

    private static String code(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).code();
    }
}
