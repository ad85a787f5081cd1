package org.orderengine.verification.pains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.spi.catalog.Product;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeOffers;
import org.orderengine.testkit.FakeTaxes;
import org.orderengine.verification.engine.Invariants;
import org.orderengine.verification.engine.TestShop;

/** Discounts that move, shrink or lose a cent. */
class DiscountPainsTest {

    private static final String ID = "o-1";

    // vendure#4811
    @Test
    void a_cancelled_lines_discount_share_does_not_move_to_the_lines_that_stay() {
        TestShop shop = offering(amountOff("10.00"));
        shop.execute(PlaceOrder.of(ID).line("BED", 1).line("CUP", 3).build());
        shop.act(ID, "pay");
        Money kept = line(shop, "1").discount();
        Money back = line(shop, "2").total(false);

        shop.execute(Action.on(ID, "cancel").line("2", 3).build());

        assertThat(line(shop, "1").discount()).isEqualTo(kept);
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(back);
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));
        Invariants.isSettled(shop, ID);
    }

    // vendure#5127
    @Test
    void forty_percent_stay_forty_percent_after_a_change_of_quantity() {
        TestShop shop = offering(percentOff("forty", Offer.Target.LINE, "40"));
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        for (int quantity : new int[] {10, 4, 1, 7}) {
            shop.execute(Action.on(ID, "modify").line("1", quantity).build());

            assertThat(line(shop, "1").units().ordered()
                            - line(shop, "1").units().cancelled())
                    .isEqualTo(quantity);
            assertThat(line(shop, "1").discount()).isEqualTo(eur("40.00").times(quantity));
            assertThat(shop.order(ID).totals().total()).isEqualTo(eur("60.00").times(quantity));
        }
        Invariants.isSettled(shop, ID);
    }

    // vendure#1795
    @Test
    void an_edited_order_has_the_discount_of_one_that_is_placed_like_it() {
        TestShop shop = offering(percentOff("tenth", Offer.Target.ORDER, "10"), amountOff("5.00"));
        shop.execute(
                PlaceOrder.of(ID).line("LAMP", 2).line("CUP", 3).line("PIN", 5).build());
        shop.execute(Action.on(ID, "modify").line("2", 1).line("3", 0).build());

        Books like = ((QuoteResult.Quoted) shop.engine.quote(
                        PlaceOrder.of("like").line("LAMP", 2).line("CUP", 1).build()))
                .books();
        assertThat(shop.order(ID).totals()).isEqualTo(like.totals());
        assertThat(line(shop, "1").discount()).isEqualTo(like.lines().get(0).discount());
        assertThat(line(shop, "2").discount()).isEqualTo(like.lines().get(1).discount());
    }

    // BroadleafCommerce#1113
    @Test
    void the_shares_of_a_discount_of_two_sum_to_two_over_any_number_of_lines() {
        for (int lines = 1; lines <= 40; lines++) {
            TestShop shop = offering(amountOff("2.00"));
            PlaceOrder.Builder order = PlaceOrder.of(ID);
            for (int i = 0; i < lines; i++) {
                order.line(i % 2 == 0 ? "CUP" : "LAMP", 1 + i % 3);
            }
            shop.execute(order.build());

            assertThat(sumOfDiscounts(shop)).as("over %s lines", lines).isEqualTo(eur("2.00"));
            assertThat(shop.order(ID).totals().discount()).isEqualTo(eur("2.00"));
        }
    }

    // Sylius#13371
    @Test
    void thirty_off_are_thirty_off_although_some_units_cost_less_than_their_share() {
        TestShop shop = offering(amountOff("30.00"));
        shop.execute(PlaceOrder.of(ID)
                .line("PIN", 5)
                .line("CUP", 3)
                .line("BED", 1)
                .line("PIN", 1)
                .build());

        assertThat(sumOfDiscounts(shop)).isEqualTo(eur("30.00"));
        for (Line line : shop.order(ID).books().lines()) {
            assertThat(line.discount()).as("A2 of line %s", line.id()).isLessThanOrEqualTo(line.subtotal());
        }
    }

    // Sylius#17862
    @Test
    void two_promotions_take_off_what_both_say_to_the_cent() {
        TestShop shop = offering(percentOff("tenth", Offer.Target.ORDER, "10"), amountOff("5.00"));
        shop.execute(
                PlaceOrder.of(ID).line("CUP", 3).line("PIN", 5).line("BED", 1).build());

        assertThat(sumOfDiscounts(shop)).as("11.03 of 110.34, then 5.00").isEqualTo(eur("16.03"));
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("94.31"));
        Money sum = eur("0.00");
        for (Line line : shop.order(ID).books().lines()) {
            sum = sum.plus(line.total(false));
        }
        assertThat(sum).isEqualTo(eur("94.31"));
    }

    // medusa#14818
    @Test
    void what_is_stored_is_what_is_charged() {
        TestShop shop = withFractions();
        shop.execute(PlaceOrder.of(ID).line("ODD", 1).build());
        shop.act(ID, "pay");

        assertThat(shop.order(ID).totals().total()).as("29.99 and 4.126624").isEqualTo(eur("34.12"));
        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("34.12"));
        assertThat(shop.gateway.captured(eur("0.00").currency())).isEqualTo(eur("34.12"));
        Invariants.isSettled(shop, ID);
    }

    // medusa#13972
    @Test
    void no_part_of_a_cent_stays_outstanding_whatever_is_taken_back() {
        TestShop shop = withFractions();
        shop.execute(PlaceOrder.of(ID).line("ODD", 7).line("CUP", 2).build());
        shop.act(ID, "pay");
        Money paid = shop.order(ID).totals().captured();
        for (int unit = 0; unit < 6; unit++) {
            shop.execute(Action.on(ID, "cancel").line("1", 1).build());

            assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));
            assertThat(shop.state(ID)).isEqualTo("paid");
        }
        shop.act(ID, "cancel");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(paid);
        Invariants.isSettled(shop, ID);
    }

    // medusa#12789
    @Test
    void a_payment_of_all_is_captured_and_not_captured_in_part() {
        TestShop shop = withFractions();
        shop.execute(PlaceOrder.of(ID).line("ODD", 3).build());
        shop.act(ID, "authorize");
        shop.act(ID, "capture");

        assertThat(shop.order(ID).books().payments()).singleElement().satisfies(payment -> {
            assertThat(payment.state()).isEqualTo("captured");
            assertThat(payment.capturable().isZero()).isTrue();
        });
        assertThat(shop.state(ID)).isEqualTo("paid");
    }

    private static TestShop offering(Offer... offers) {
        FakeOffers running = new FakeOffers();
        for (Offer offer : offers) {
            running.run(offer);
        }
        return new TestShop(builder -> builder.offers(running));
    }

    /** A product whose tax is never a whole number of cents. */
    private static TestShop withFractions() {
        return new TestShop(builder -> builder.catalog(new FakeCatalog()
                        .sell(new Product("ODD", eur("29.99"), null, "odd", null, null, Map.of()))
                        .sell("CUP", eur("3.33")))
                .taxes(new FakeTaxes().rate("odd", "0.1376")));
    }

    private static Offer amountOff(String amount) {
        return Offer.of("off", Offer.Target.ORDER, new Offer.Amount(eur(amount)));
    }

    private static Offer percentOff(String id, Offer.Target on, String percent) {
        return Offer.of(id, on, new Offer.Percent(new BigDecimal(percent)));
    }

    private static Line line(TestShop shop, String id) {
        Line line = shop.order(ID).books().line(id);
        return Objects.requireNonNull(line, () -> "line " + id);
    }

    private static Money sumOfDiscounts(TestShop shop) {
        Money sum = eur("0.00");
        for (Line line : shop.order(ID).books().lines()) {
            sum = sum.plus(line.discount());
        }
        return sum;
    }
}
