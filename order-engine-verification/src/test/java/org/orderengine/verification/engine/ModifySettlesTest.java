package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.ReverseQuote;
import org.orderengine.model.Coupon;
import org.orderengine.model.Order;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeBenefits;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.MoneyMovement;

/**
 * A change of a paid order settles either way: dearer, the rest has to be paid before anything goes on; cheaper, the difference
 * goes back. Stock and coupons follow it. Three lines of 23.80, 9.99 and 0.35 cost 34.14.
 */
class ModifySettlesTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop();

    @Test
    void a_dearer_order_waits_for_the_rest_before_it_is_produced_or_shipped() {
        paid();
        modify(line("1", 3));

        Order order = shop.order(ID);
        assertThat(order.totals().outstanding()).as("a lamp more, with 19 %%").isEqualTo(eur("11.90"));
        assertThat(shop.inventory.held(ID)).isEqualTo(11);
        assertThat(code(shop.act(ID, "produce"))).isEqualTo("guard-refused");
        assertThat(code(shop.act(ID, "ship"))).isEqualTo("guard-refused");
        assertThat(shop.order(ID)).isEqualTo(order);

        shop.execute(Action.on(ID, "pay").amount(eur("11.89")).build());
        assertThat(code(shop.act(ID, "ship"))).as("a cent is missing").isEqualTo("guard-refused");
        shop.act(ID, "pay");
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));
        assertThat(code(shop.act(ID, "ship"))).isNull();
        assertThat(shop.state(ID)).isEqualTo("shipped");
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    @Test
    void a_cheaper_order_gives_the_difference_back_and_releases_its_stock() {
        paid();
        modify(line("1", 1), line("3", 0));

        Order order = shop.order(ID);
        assertThat(order.totals().refunded())
                .as("a lamp of 11.90 and the pins of 0.35")
                .isEqualTo(eur("12.25"));
        assertThat(order.totals().outstanding()).isEqualTo(eur("0.00"));
        assertThat(shop.inventory.held(ID)).isEqualTo(4);
        assertThat(code(shop.act(ID, "ship"))).isNull();
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    @Test
    void a_rest_that_is_declined_leaves_the_order_waiting_for_another_payment() {
        paid();
        modify(line("1", 3));
        shop.gateway.answer(FakePaymentGateway.Operation.AUTHORIZE, Answer.DECLINED);
        shop.act(ID, "pay");

        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("11.90"));
        assertThat(shop.engine.orders().allowed(shop.order(ID)))
                .contains("pay", "modify", "cancel")
                .doesNotContain("ship", "produce");
        modify(line("1", 2));
        assertThat(shop.order(ID).totals().outstanding())
                .as("back again as it was")
                .isEqualTo(eur("0.00"));
        assertThat(code(shop.act(ID, "ship"))).isNull();
    }

    @Test
    void stock_that_is_not_there_leaves_the_order_as_it_was() {
        Order before = paid();
        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.DECLINED);
        modify(line("1", 3), line("2", 2));

        assertThat(shop.order(ID).totals()).isEqualTo(before.totals());
        assertThat(shop.order(ID).flow().effects()).isEmpty();
        Invariants.worldEqualsTheBooks(shop, ID);
        assertThat(code(shop.act(ID, "ship"))).isNull();
    }

    @Test
    void nothing_is_refunded_for_a_change_whose_stock_is_not_there() {
        Order before = paid();
        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.DECLINED);
        modify(line("1", 1), line("3", 6));

        assertThat(shop.order(ID).totals()).isEqualTo(before.totals());
        assertThat(shop.gateway.movements()).noneMatch(movement -> movement.kind() == MoneyMovement.Kind.REFUNDED);
        assertThat(code(shop.act(ID, "ship"))).isNull();
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    @Test
    void the_difference_goes_back_once_the_stock_of_a_change_is_held_and_a_quote_says_how_much_A8() {
        paid();
        Map<String, Object> change = Map.of("lines", List.of(line("1", 1), line("3", 6)));
        Action.Builder builder = Action.on(ID, "modify");
        change.forEach(builder::set);
        ReverseQuote.Quoted quote = (ReverseQuote.Quoted) shop.engine.quoteReverse(builder.build());
        assertThat(quote.refund()).as("11.90 less a pin of 0.07").isEqualTo(eur("11.83"));

        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.UNKNOWN_DONE);
        modify(change);
        assertThat(shop.order(ID).totals().refunded())
                .as("its outcome is unknown yet")
                .isEqualTo(eur("0.00"));
        shop.advance(Duration.ofHours(1));
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(quote.refund());
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    // Coupons that a change brings.

    @Test
    void a_coupon_that_a_change_brings_counts_once_and_comes_back_with_a_cancellation_B1() {
        paid();
        coupon();

        assertThat(shop.order(ID).totals().refunded())
                .as("10 %% of 20.00 with 19 %%, of 9.99 and 0.35, spread by largest remainder")
                .isEqualTo(eur("34.14").minus(shop.order(ID).totals().total()));
        assertThat(shop.order(ID).books().coupons()).containsExactly(new Coupon("TEN", Coupon.State.REDEEMED));
        assertThat(shop.benefits.uses("TEN")).isEqualTo(1);
        coupon();
        assertThat(shop.benefits.uses("TEN")).as("entered twice, used once").isEqualTo(1);

        shop.act(ID, "cancel");
        assertThat(shop.benefits.uses("TEN")).isZero();
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("34.14"));
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    @Test
    void a_coupon_that_is_used_up_leaves_the_order_as_it_was_B1() {
        Order before = paid();
        shop.benefits.answer(FakeBenefits.Operation.REDEEM_COUPONS, Answer.DECLINED);
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("coupons", List.of("TEN"));
        change.put("lines", List.of(line("1", 4)));
        modify(change);

        assertThat(shop.order(ID).totals()).isEqualTo(before.totals());
        assertThat(shop.order(ID).books().coupons()).isEmpty();
        assertThat(shop.benefits.uses("TEN")).isZero();
        assertThat(shop.inventory.held(ID)).isEqualTo(10);
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    @Test
    void nothing_is_refunded_for_a_coupon_that_is_used_up_B1() {
        Order before = paid();
        shop.benefits.answer(FakeBenefits.Operation.REDEEM_COUPONS, Answer.DECLINED);
        coupon();

        assertThat(shop.order(ID).totals()).isEqualTo(before.totals());
        assertThat(code(shop.act(ID, "ship"))).isNull();
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    @Test
    void a_coupon_comes_back_when_the_stock_of_its_change_is_not_there_B1() {
        Order before = paid();
        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.DECLINED);
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("coupons", List.of("TEN"));
        change.put("lines", List.of(line("1", 4)));
        modify(change);

        assertThat(shop.order(ID).totals()).isEqualTo(before.totals());
        assertThat(shop.benefits.uses("TEN")).isZero();
        assertThat(shop.inventory.held(ID)).isEqualTo(10);
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    @Test
    void a_coupon_counts_again_only_after_it_came_back_B1() {
        paid();
        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.DECLINED);
        shop.benefits.answer(FakeBenefits.Operation.RETURN_COUPONS, Answer.FAILED);
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("coupons", List.of("TEN"));
        change.put("lines", List.of(line("1", 4)));
        modify(change);
        coupon();
        shop.advance(Duration.ofHours(1));

        assertThat(shop.order(ID).books().coupons()).containsExactly(new Coupon("TEN", Coupon.State.REDEEMED));
        assertThat(shop.benefits.uses("TEN")).isEqualTo(1);
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    @Test
    void a_coupon_whose_answer_is_lost_is_counted_before_stock_is_asked_for() {
        paid();
        shop.benefits.answer(FakeBenefits.Operation.REDEEM_COUPONS, Answer.UNKNOWN_DONE);
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("coupons", List.of("TEN"));
        change.put("lines", List.of(line("1", 4)));
        modify(change);
        assertThat(shop.inventory.held(ID)).isEqualTo(10);

        shop.advance(Duration.ofHours(1));
        assertThat(shop.inventory.held(ID)).isEqualTo(12);
        assertThat(shop.order(ID).books().coupons()).containsExactly(new Coupon("TEN", Coupon.State.REDEEMED));
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    @Test
    void a_coupon_that_is_counted_while_the_next_change_waits_stays_counted_when_that_is_declined_B1() {
        paid();
        shop.benefits.answer(FakeBenefits.Operation.REDEEM_COUPONS, Answer.UNKNOWN_DONE);
        coupon();
        Order before = shop.order(ID);
        declinedLater(line("1", 4));

        assertThat(shop.order(ID).books().lines()).isEqualTo(before.books().lines());
        couponStaysCountedOnce();
    }

    @Test
    void a_coupon_that_counts_again_while_the_next_change_waits_stays_counted_when_that_is_declined_B1() {
        paid();
        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.DECLINED);
        shop.benefits.answer(FakeBenefits.Operation.RETURN_COUPONS, Answer.UNKNOWN_DONE);
        modify(Map.of("coupons", List.of("TEN"), "lines", List.of(line("1", 4))));
        coupon();
        Order before = shop.order(ID);
        assertThat(before.books().coupons()).as("still on its way back").containsExactly(Coupon.carried("TEN"));
        declinedLater(line("1", 4));

        assertThat(shop.order(ID).books().lines()).isEqualTo(before.books().lines());
        couponStaysCountedOnce();
    }

    @Test
    void a_coupon_of_before_that_a_declined_change_has_counted_stays_counted_B1() {
        paid();
        shop.benefits.answer(FakeBenefits.Operation.REDEEM_COUPONS, Answer.UNKNOWN, Answer.DECLINED);
        coupon();
        modify(line("1", 3));
        shop.advance(Duration.ofHours(1));
        Order before = shop.order(ID);
        assertThat(before.books().coupons()).as("not counted so far").containsExactly(Coupon.carried("TEN"));
        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.DECLINED);
        modify(line("1", 4));

        assertThat(shop.order(ID).books().lines()).isEqualTo(before.books().lines());
        couponStaysCountedOnce();
    }

    /** Changes a line, and the answer about its stock is lost at first and no in the end. */
    private void declinedLater(Payload line) {
        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.UNKNOWN, Answer.DECLINED);
        modify(line);
        assertThat(shop.order(ID).flow().change()).as("waits").isNotNull();
        shop.advance(Duration.ofHours(1));
        assertThat(shop.order(ID).flow().change()).as("taken back").isNull();
    }

    /** The coupon is used, is not used again by another change, and comes back with a cancellation. */
    private void couponStaysCountedOnce() {
        assertThat(shop.order(ID).books().coupons()).containsExactly(new Coupon("TEN", Coupon.State.REDEEMED));
        assertThat(shop.benefits.uses("TEN")).isEqualTo(1);
        Invariants.worldEqualsTheBooks(shop, ID);

        modify(line("1", 5));
        assertThat(shop.benefits.uses("TEN")).isEqualTo(1);
        shop.act(ID, "cancel");
        assertThat(shop.order(ID).books().coupons()).containsExactly(new Coupon("TEN", Coupon.State.RETURNED));
        assertThat(shop.benefits.uses("TEN")).isZero();
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    private Order paid() {
        shop.execute(TestShop.threeLines(ID));
        shop.act(ID, "pay");
        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("34.14"));
        return shop.order(ID);
    }

    private void coupon() {
        modify(Map.of("coupons", List.of("TEN")));
    }

    private void modify(Payload... lines) {
        modify(Map.of("lines", List.of(lines)));
    }

    private void modify(Map<String, Object> change) {
        Action.Builder builder = Action.on(ID, "modify");
        change.forEach(builder::set);
        shop.execute(builder.build());
        Invariants.hold(shop, ID);
    }

    private static Payload line(String id, long quantity) {
        return Payload.of(Map.of("line", id, "quantity", quantity));
    }

    private static @Nullable String code(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected ? rejected.code() : null;
    }
}
