package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.model.Offer.Target.LINE;
import static org.orderengine.model.Offer.Target.ORDER;
import static org.orderengine.model.Offer.Target.SHIPPING;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Benefits;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;
import org.orderengine.model.Origin;
import org.orderengine.model.TimeWindow;
import org.orderengine.pricing.PricingRules;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.pricing.quote.QuoteRequest.Sold;
import org.orderengine.spi.catalog.Product;

/** What becomes of offers once an order was placed: those that gave something go on, those of today are for what is added. */
class OffersAfterTheFactTest {

    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    // spree#10930
    @Test
    void an_offer_that_has_ended_goes_on_to_apply_to_what_stays() {
        Cart cart = Cart.in("EUR").line("M", 2, "100.00").shipping("5.00");
        cart.offer(cart.percent("sale", LINE, "20")
                .withCondition(Condition.ALWAYS.andWindow(
                        TimeWindow.between(ZoneId.of("UTC"), null, LocalDateTime.parse("2026-01-02T00:00:00")))));
        Books placed = cart.books();
        assertThat(total(placed)).isEqualTo("165.00");
        assertThat(total(changed(cart, placed, quantities(Map.of("1", 3L))))).isEqualTo("245.00");
        assertThat(total(changed(cart, placed, quantities(Map.of("1", 1L))))).isEqualTo("85.00");
        assertThat(total(changed(cart.withoutOffers(), placed, quantities(Map.of("1", 3L)))))
                .isEqualTo("245.00");
    }

    // spree#10930
    @Test
    void a_change_that_touches_no_goods_leaves_them_to_the_cent() {
        Cart cart = Cart.in("EUR").line("A", 3, "0.33").line("B", 1, "9.99").shipping("5.00");
        cart.offer(cart.percent("ten", ORDER, "10"));
        Books placed = cart.books();
        Books fewer = placed.withLine("1", line -> line.withUnits(line.units().cancel(1)));
        Books moved = changed(cart.withoutOffers(), fewer, delivery("pickup", "0.00"));
        assertThat(moved.lines()).isEqualTo(fewer.lines());
        assertThat(moved.shipping().price().toDecimal()).isEqualTo("0.00");
        assertThat(moved.shipping().method()).isEqualTo("pickup");
        assertThat(changed(cart, fewer, quantities(Map.of()))).isEqualTo(fewer);
    }

    @Test
    void an_offer_that_began_later_is_for_added_units_only() {
        Cart cart = Cart.in("EUR").line("A", 2, "10.00").shipping("5.00").product(Product.of("B", eur("20.00")));
        Books placed = cart.books();
        cart.offer(cart.percent("new", ORDER, "50")).offer(cart.percent("free", SHIPPING, "100"));
        Books changed = changed(
                cart,
                placed,
                new Change(
                        Origin.UNKNOWN,
                        Map.of("1", 3L),
                        List.of(new QuoteLine("2", "B", 1, null)),
                        List.of(),
                        null,
                        null,
                        LATER));
        assertThat(changed.lines().get(0).discount()).as("half of the third").isEqualTo(eur("5.00"));
        assertThat(changed.lines().get(1).discount()).isEqualTo(eur("10.00"));
        assertThat(changed.shipping().discount()).isEqualTo(eur("0.00"));
        Books again = changed(cart, changed, quantities(Map.of("1", 4L)));
        assertThat(again.lines().get(0).discount())
                .as("from then on it is an offer that gave something")
                .isEqualTo(eur("20.00"));
    }

    @Test
    void an_offer_of_today_is_judged_by_the_added_units_alone() {
        Cart cart = Cart.in("EUR").line("A", 1, "10.00");
        Books placed = cart.books();
        cart.offer(cart.percent("two", LINE, "50").withCondition(Condition.ALWAYS.andQuantity(2L)));
        assertThat(total(changed(cart, placed, quantities(Map.of("1", 2L))))).isEqualTo("20.00");
        assertThat(total(changed(cart, placed, quantities(Map.of("1", 3L))))).isEqualTo("20.00");
    }

    @Test
    void a_code_that_is_entered_with_the_change_is_for_all_units() {
        Cart cart = Cart.in("EUR").line("A", 2, "10.00");
        Books placed = cart.books();
        cart.offer(cart.percent("late", ORDER, "50").withCoupon("LATE"));
        Books changed = changed(
                cart, placed, new Change(Origin.UNKNOWN, Map.of(), List.of(), List.of("LATE"), null, null, LATER));
        assertThat(total(changed)).isEqualTo("10.00");
        assertThat(changed.coupons()).containsExactly(Coupon.carried("LATE"));
    }

    @Test
    void what_an_offer_takes_is_judged_by_quantity_and_not_by_membership_or_coupon() {
        Cart cart = Cart.in("EUR").line("A", 3, "10.00").tier("gold").coupon("THREE");
        cart.offer(cart.percent("three", ORDER, "50")
                .withCoupon("THREE")
                .withCondition(Condition.ALWAYS.andQuantity(2L).andTiers("gold")));
        Books placed = cart.books();
        cart.tier("none").withoutOffers();
        assertThat(total(changed(cart, placed, quantities(Map.of("1", 2L))))).isEqualTo("10.00");
        Books one = changed(cart, placed, quantities(Map.of("1", 1L)));
        assertThat(total(one)).isEqualTo("10.00");
        assertThat(total(changed(cart, one, quantities(Map.of("1", 2L)))))
                .as("an offer that was lost comes back")
                .isEqualTo("10.00");
    }

    @Test
    void prices_of_a_tier_stay_those_of_the_tier_that_it_was_placed_in() {
        Cart cart = Cart.in("EUR").line("A", 3, "10.00").tier("gold");
        cart.offer(Offer.of("members", LINE, new Deal.TierPrices(Map.of("gold", eur("8.00")))));
        Books placed = cart.books();
        cart.tier("none").withoutOffers();
        Change change = quantities(Map.of("1", 4L)).ofTier("gold");
        assertThat(total(changed(cart, placed, change))).isEqualTo("32.00");
    }

    // An order that an earlier version placed has no offers, only what they gave.

    @Test
    void an_order_that_kept_no_offers_is_judged_by_those_of_today_that_gave_it_something() {
        Cart cart = Cart.in("EUR").line("A", 4, "30.00").coupon("FIFTY");
        cart.offer(cart.amount("fifty", ORDER, "50.00")
                .withCoupon("FIFTY")
                .withCondition(Condition.ALWAYS.andSubtotal(eur("100.00"))));
        Books old = old(cart.books());
        assertThat(total(changed(cart, old, quantities(Map.of("1", 5L))))).isEqualTo("100.00");
        assertThat(total(changed(cart, old, quantities(Map.of("1", 3L))))).isEqualTo("90.00");
    }

    @Test
    void an_order_that_kept_no_offers_keeps_the_share_of_one_that_has_ended() {
        Cart cart = Cart.in("EUR").line("A", 4, "30.00");
        cart.offer(cart.amount("twenty", ORDER, "20.00"));
        Books old = old(cart.books());
        cart.withoutOffers();
        Books changed = changed(cart, old, quantities(Map.of("1", 3L)));
        assertThat(changed.lines().get(0).basis().discounts()).containsExactly(new Adjustment("twenty", eur("15.00")));
        cart.rules(PricingRules.standard().after(PricingRules.OFFERS, "own", sheet -> {}));
        assertThat(total(changed(cart, old, quantities(Map.of("1", 3L)))))
                .as("a shop with rules of its own has them give anew")
                .isEqualTo("90.00");
    }

    @Test
    void an_order_keeps_a_bounded_number_of_offers_and_none_that_names_too_much() {
        Cart cart = Cart.in("EUR").line("A", 1, "1000.00");
        for (int i = 0; i < Benefits.MAX_OFFERS + 10; i++) {
            cart.offer(cart.amount("o" + i, ORDER, "1.00"));
        }
        assertThat(cart.books().offers()).hasSize(Benefits.MAX_OFFERS);
        String[] many = new String[501];
        for (int i = 0; i < many.length; i++) {
            many[i] = "A".repeat(i + 1);
        }
        Cart wide = Cart.in("EUR").line("A", 1, "10.00");
        wide.offer(wide.amount("wide", ORDER, "1.00").withCondition(Condition.ofSkus(many)));
        assertThat(total(wide.books())).isEqualTo("9.00");
        assertThat(wide.books().offers()).isEmpty();
    }

    @Test
    void lines_that_an_offer_leaves_out_are_neither_lowered_nor_counted() {
        Cart cart = Cart.in("EUR").line("PIZZA", 1, "50.00").line("TIP", 1, "10.00");
        cart.offer(cart.percent("ten", ORDER, "10").withCondition(Condition.ALWAYS.exceptSkus("TIP")));
        assertThat(total(cart.books())).isEqualTo("55.00");
        Cart least = Cart.in("EUR").line("PIZZA", 1, "50.00").line("TIP", 1, "10.00");
        least.offer(least.percent("ten", ORDER, "10")
                .withCondition(Condition.ALWAYS.exceptSkus("TIP").andSubtotal(eur("55.00"))));
        assertThat(total(least.books())).isEqualTo("60.00");
    }

    // medusa#3168, medusa#2086
    @Test
    void a_replacement_of_the_same_product_is_worth_what_the_returned_units_were() {
        Cart cart = Cart.in("EUR").tax("t", "0.20").line("A", 3, "100.00", "t");
        cart.offer(cart.percent("twenty", ORDER, "20"));
        Books placed = cart.books();
        Books back = placed.withLine(
                "1",
                line -> line.withUnits(line.units().ship(3, null).deliver(3).takeBack(1, 0)));
        cart.withoutOffers().product(new Product("A", eur("120.00"), null, "t", null, null, Map.of()));
        Sold sold = new Sold(
                placed.lines().get(0).item(), placed.lines().get(0).basis().part(0, 1));
        Change same = new Change(
                Origin.UNKNOWN,
                Map.of(),
                List.of(new QuoteLine("2", "A", BigDecimal.ONE, null, Map.of(), sold)),
                List.of(),
                null,
                null,
                LATER);
        Books exchanged = quoted(cart.pricing().exchange(back, same, cart.facts()));
        assertThat(total(exchanged)).isEqualTo(total(placed)).isEqualTo("288.00");
        Change more = new Change(
                Origin.UNKNOWN,
                Map.of(),
                List.of(new QuoteLine("2", "A", BigDecimal.valueOf(2), null, Map.of(), sold)),
                List.of(),
                null,
                null,
                LATER);
        assertThat(total(quoted(cart.pricing().exchange(back, more, cart.facts()))))
                .as("the second one costs what it costs today")
                .isEqualTo("432.00");
    }

    private static Books old(Books books) {
        return books.withBenefits(books.benefits().withOffers(List.of()));
    }

    private static Change quantities(Map<String, Long> quantities) {
        return new Change(Origin.UNKNOWN, quantities, List.of(), List.of(), null, null, LATER);
    }

    private static Change delivery(@Nullable String method, String price) {
        return new Change(Origin.UNKNOWN, Map.of(), List.of(), List.of(), method, eur(price), LATER);
    }

    private static Books changed(Cart cart, Books books, Change change) {
        return quoted(cart.pricing().change(books, change, cart.facts()));
    }

    private static Books quoted(QuoteResult result) {
        assertThat(result).isInstanceOf(QuoteResult.Quoted.class);
        return ((QuoteResult.Quoted) result).books();
    }

    private static String total(Books books) {
        return books.totals().total().toDecimal();
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
