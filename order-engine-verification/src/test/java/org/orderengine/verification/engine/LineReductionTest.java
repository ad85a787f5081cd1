package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.action.Cancel;
import org.orderengine.command.action.Modify;
import org.orderengine.command.action.Refund;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.pricing.TaxSummary;

/** The price of a line is reduced after the sale: its tax with it, and what comes back later comes back at the reduced price. */
class LineReductionTest {

    private static final String ID = "o-1";

    // magento2#3284
    @Test
    void a_reduction_lowers_price_and_tax_and_not_the_credit() {
        TestShop shop = paid(PlaceOrder.of(ID).line("LAMP", 2).build());
        reduce(shop, "1", null, "5.95");
        Line line = line(shop, "1");
        assertThat(line.discount()).isEqualTo(eur("5.00"));
        assertThat(line.tax()).isEqualTo(eur("2.85"));
        assertThat(line.discounts().get(0).source()).isEqualTo("reduction");
        assertThat(shop.order(ID).totals().credit()).isEqualTo(eur("0.00"));
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("17.85"));
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("5.95"));
        assertThat(TaxSummary.of(shop.order(ID).books()).entries().get(0).tax()).isEqualTo(eur("2.85"));
        Invariants.isSettled(shop, ID);
    }

    @Test
    void what_comes_back_later_comes_back_at_the_reduced_price() {
        TestShop shop = paid(PlaceOrder.of(ID).line("LAMP", 2).build());
        for (String action : List.of("ship", "deliver")) {
            shop.act(ID, action);
        }
        reduce(shop, "1", null, "5.95");
        takeBack(shop, 1);
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("14.87"));
        takeBack(shop, 1);
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("23.80"));
        Invariants.isSettled(shop, ID);
    }

    @Test
    void with_a_quantity_the_units_that_go_next_are_reduced() {
        TestShop shop = paid(PlaceOrder.of(ID).line("CUP", 3).build());
        reduce(shop, "1", 1L, "3.00");
        cancel(shop, 1);
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("3.33"));
        cancel(shop, 1);
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("6.66"));
    }

    /** Two units at 0.33 and one at 3.33 hardly left: 2.00 more falls on them as 0.17, 0.16 and 1.67 and no unit costs less than nothing. */
    @Test
    void a_second_reduction_falls_on_what_the_first_left() {
        TestShop shop = paid(PlaceOrder.of(ID).line("CUP", 3).build());
        reduce(shop, "1", 2L, "6.00");
        reduce(shop, "1", null, "2.00");
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("1.99"));
        cancel(shop, 1);
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("1.83"));
        cancel(shop, 1);
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("1.66"));
        cancel(shop, 1);
        assertThat(shop.order(ID).totals().refunded())
                .isEqualTo(shop.order(ID).totals().captured());
    }

    @Test
    void units_are_reduced_at_most_by_what_they_cost() {
        TestShop shop = paid(PlaceOrder.of(ID).line("LAMP", 1).line("CUP", 3).build());
        assertThat(code(refund("1", null, "11.91"), shop)).isEqualTo("amount-exceeded");
        assertThat(code(refund("2", 1L, "3.34"), shop)).isEqualTo("amount-exceeded");
        assertThat(code(refund("2", 4L, "1.00"), shop)).isEqualTo("quantity-exceeded");
        assertThat(code(refund("7", null, "1.00"), shop)).isEqualTo("unknown-line");
        assertThat(code(
                        Action.on(ID, "refund")
                                .set("amount", "1.00")
                                .set("quantity", 1)
                                .build(),
                        shop))
                .isEqualTo("bad-payload");
        reduce(shop, "1", null, "11.90");
        assertThat(line(shop, "1").total(false)).isEqualTo(eur("0.00"));
        assertThat(code(refund("1", null, "0.01"), shop)).isEqualTo("amount-exceeded");
    }

    @Test
    void where_prices_include_tax_the_amount_is_the_discount_and_the_tax_inside_goes_with_it() {
        TestShop shop = new TestShop(builder ->
                TestShop.withStandardProcesses(builder).pricing(PricingPolicy.DEFAULT.withPricesIncludeTax(true)));
        shop.execute(PlaceOrder.of(ID).line("LAMP", 1).build());
        shop.act(ID, "pay");
        reduce(shop, "1", null, "1.19");
        assertThat(line(shop, "1").discount()).isEqualTo(eur("1.19"));
        assertThat(line(shop, "1").tax()).isEqualTo(eur("1.41"));
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("8.81"));
        Invariants.isSettled(shop, ID);
    }

    @Test
    void a_change_that_judges_offers_anew_keeps_reductions() {
        TestShop shop = paid(PlaceOrder.of(ID).line("CUP", 3).line("PIN", 2).build());
        reduce(shop, "1", null, "3.00");
        assertThat(shop.execute(Modify.on(ID).line("1", 2).line("2", 3).build()).isAccepted())
                .isTrue();
        assertThat(line(shop, "1").discount()).isEqualTo(eur("2.00"));
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("4.87"));
        Invariants.hold(shop, ID);
    }

    @Test
    void an_order_that_has_ended_is_reduced_as_well() {
        TestShop shop = paid(PlaceOrder.of(ID).line("CUP", 3).build());
        for (String action : List.of("ship", "deliver", "confirm", "complete")) {
            shop.act(ID, action);
        }
        reduce(shop, "1", null, "1.00");
        assertThat(shop.state(ID)).isEqualTo("completed");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("1.00"));
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));
    }

    private static TestShop paid(PlaceOrder order) {
        TestShop shop = new TestShop();
        shop.execute(order);
        assertThat(shop.act(ID, "pay").isAccepted()).isTrue();
        return shop;
    }

    private static Action refund(String line, @Nullable Long quantity, String amount) {
        Refund refund = Refund.on(ID).line(line).amount(eur(amount));
        return quantity == null ? refund.build() : refund.quantity(quantity).build();
    }

    private static void reduce(TestShop shop, String line, @Nullable Long quantity, String amount) {
        Money before = shop.order(ID).totals().total();
        assertThat(shop.execute(refund(line, quantity, amount)).isAccepted()).isTrue();
        assertThat(shop.order(ID).totals().total()).isEqualTo(before.minus(eur(amount)));
        Invariants.hold(shop, ID);
    }

    private static void cancel(TestShop shop, long quantity) {
        assertThat(shop.execute(Cancel.on(ID).line("1", quantity).build()).isAccepted())
                .isTrue();
        Invariants.hold(shop, ID);
    }

    private static void takeBack(TestShop shop, long quantity) {
        List<Map<String, ?>> lines = List.of(Map.of("line", "1", "quantity", quantity));
        shop.execute(Action.on(ID, "request-return").set("lines", lines).build());
        shop.act(ID, "approve-return");
        assertThat(shop.act(ID, "receive-return").isAccepted()).isTrue();
        Invariants.hold(shop, ID);
    }

    private static Line line(TestShop shop, String id) {
        return Objects.requireNonNull(shop.order(ID).books().line(id));
    }

    private static String code(Action action, TestShop shop) {
        return ((Outcome.Rejected) shop.execute(action)).code();
    }
}
