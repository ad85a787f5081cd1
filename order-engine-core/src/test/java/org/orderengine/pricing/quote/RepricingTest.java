package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.model.Offer.Target.LINE;
import static org.orderengine.model.Offer.Target.ORDER;
import static org.orderengine.model.Offer.Target.SHIPPING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Coupon.State;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Origin;
import org.orderengine.model.Problem;
import org.orderengine.policy.ReversalPolicy;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.spi.catalog.Product;

/** What an order costs after it changed. */
class RepricingTest {

    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void a_smaller_order_loses_the_offer_that_it_no_longer_reaches_and_gets_it_back_when_it_grows() {
        Cart cart = Cart.in("USD").line("A", 4, "30.00").shipping("5.00").coupon("FIFTY");
        cart.offer(fifty(cart));
        Books placed = cart.books();
        assertThat(placed.totals().total().toDecimal()).isEqualTo("75.00");

        Books smaller = changed(cart, placed, change(Map.of("1", 2L)));
        assertThat(smaller.totals().discount().toDecimal()).isEqualTo("0.00");
        assertThat(smaller.totals().total().toDecimal()).isEqualTo("65.00");
        assertThat(smaller.coupons()).containsExactly(Coupon.carried("FIFTY"));

        Books larger = changed(cart, smaller, change(Map.of(), new QuoteLine("2", "A", 3, null)));
        assertThat(larger.totals().lines().toDecimal()).isEqualTo("150.00");
        assertThat(larger.totals().discount().toDecimal()).isEqualTo("50.00");
        assertThat(larger.totals().total().toDecimal()).isEqualTo("105.00");
    }

    @Test
    void a_percentage_stays_that_percentage_when_the_quantity_changes() {
        Cart cart = Cart.in("USD").line("A", 1, "100.00");
        cart.offer(cart.percent("forty", ORDER, "40"));
        Books placed = cart.books();
        for (long quantity = 1; quantity <= 10; quantity++) {
            Books changed = changed(cart, placed, change(Map.of("1", quantity)));
            assertThat(changed.totals().discount())
                    .isEqualTo(cart.money("40.00").times(quantity));
        }
    }

    @Test
    void the_price_at_which_it_was_placed_stays_when_the_catalog_s_changes() {
        Cart cart = Cart.in("USD").line("A", 2, "10.00");
        Books placed = cart.books();
        cart.product(Product.of("A", cart.money("99.00")));
        Books changed = changed(cart, placed, change(Map.of("1", 3L)));
        assertThat(changed.totals().total().toDecimal()).isEqualTo("30.00");
        assertThat(changed.lines().get(0).item())
                .isEqualTo(placed.lines().get(0).item());
    }

    @Test
    void keeping_leaves_every_unit_its_share() {
        Cart cart = keeping(Cart.in("USD").line("A", 4, "30.00").coupon("FIFTY"));
        cart.offer(fifty(cart));
        Books changed = changed(cart, cart.books(), change(Map.of("1", 2L)));
        assertThat(changed.totals().lines().toDecimal()).isEqualTo("60.00");
        assertThat(changed.totals().discount().toDecimal()).isEqualTo("25.00");
    }

    @Test
    void keeping_prices_what_is_added_by_itself() {
        Cart cart = keeping(
                Cart.in("USD").tax("t", "0.10").line("A", 3, "10.00", "t").product(Product.of("B", usd("40.00"))));
        cart.offer(cart.amount("ten", ORDER, "10.00")
                .withCondition(Offer.Condition.ALWAYS.andSubtotal(cart.money("30.00"))));
        Books placed = cart.books();
        Books changed = changed(cart, placed, change(Map.of("1", 4L), new QuoteLine("2", "B", 1, null)));
        // The fourth A and the B come to 50.00, and 10.00 off: 2.00 of the A, 8.00 of the B.
        Line first = changed.lines().get(0);
        assertThat(first.basis().units()).isEqualTo(4);
        assertThat(first.basis().discounts()).containsExactly(new Adjustment("ten", usd("12.00")));
        assertThat(first.tax().toDecimal()).isEqualTo("2.80");
        assertThat(changed.lines().get(1).discount().toDecimal()).isEqualTo("8.00");
        assertThat(first.units().open()).isEqualTo(4);
    }

    @Test
    void keeping_leaves_a_new_delivery_the_old_discount_as_far_as_it_goes() {
        Cart cart = keeping(Cart.in("USD").line("A", 1, "10.00").shipping("6.00"));
        cart.offer(cart.amount("five", SHIPPING, "5.00"));
        Books placed = cart.books();
        assertThat(shippingTotal(changed(cart, placed, delivery("express", "9.00"))))
                .isEqualTo("4.00");
        assertThat(shippingTotal(changed(cart, placed, delivery("slow", "3.00"))))
                .isEqualTo("0.00");
    }

    @Test
    void a_new_delivery_is_priced_with_all_offers_otherwise() {
        Cart cart = Cart.in("USD").line("A", 1, "10.00").shipping("6.00");
        cart.offer(cart.percent("half", SHIPPING, "50"));
        Books changed = changed(cart, cart.books(), delivery("express", "9.00"));
        assertThat(changed.shipping().method()).isEqualTo("express");
        assertThat(shippingTotal(changed)).isEqualTo("4.50");
    }

    @Test
    void what_stays_after_a_return_can_be_priced_anew() {
        Cart cart = Cart.in("USD").line("A", 2, "40.00").line("B", 1, "30.00").coupon("FIFTY");
        cart.offer(fifty(cart));
        Books placed = cart.books();
        Books shipped = placed.withLine(
                "1",
                line -> line.withUnits(line.units().ship(2, null).deliver(2).takeBack(1, 0)));
        Books requalified = quoted(cart.pricing().requalify(shipped, Change.none(Origin.UNKNOWN, LATER), cart.facts()));
        assertThat(requalified.totals().total().toDecimal()).isEqualTo("70.00");
        assertThat(requalified.lines().get(0).units())
                .isEqualTo(shipped.lines().get(0).units());
    }

    @Test
    void points_stay_with_what_stays() {
        Cart cart = Cart.in("USD").line("A", 4, "1.00").points(100, 100, "0.02");
        Books placed = cart.books();
        assertThat(placed.totals().total().toDecimal()).isEqualTo("2.00");
        Books changed = changed(cart, placed, change(Map.of("1", 2L)));
        assertThat(changed.totals().total().toDecimal()).isEqualTo("1.00");
        assertThat(changed.lines().get(0).basis().remainingPoints()).isEqualTo(50);
        Books dearer = changed(cart, placed, change(Map.of("1", 8L)));
        assertThat(dearer.totals().total().toDecimal()).isEqualTo("6.00");
        assertThat(dearer.lines().get(0).basis().remainingPoints()).isEqualTo(100);
    }

    @Test
    void points_are_worth_what_they_were_when_they_were_spent() {
        Cart cart = Cart.in("USD").line("A", 4, "1.00").points(100, 100, "0.02");
        Books placed = cart.books();
        cart.points(0, 0, "0.01");
        assertThat(changed(cart, placed, change(Map.of("1", 4L)))).isEqualTo(placed);
    }

    @Test
    void a_line_that_is_taken_off_stays_in_the_books_with_nothing() {
        Cart cart = Cart.in("USD").line("A", 4, "1.00").line("B", 1, "2.00");
        Books changed = changed(cart, cart.books(), change(Map.of("1", 0L)));
        assertThat(changed.lines().get(0).units().cancelled()).isEqualTo(4);
        assertThat(changed.totals().total().toDecimal()).isEqualTo("2.00");
    }

    @Test
    void a_coupon_that_came_back_no_longer_counts() {
        Cart cart = Cart.in("USD").line("A", 4, "30.00").coupon("FIFTY");
        cart.offer(fifty(cart));
        Books returned = cart.books().withCoupons(List.of(new Coupon("FIFTY", State.RETURNED)));
        Books changed = changed(cart, returned, change(Map.of("1", 5L)));
        assertThat(changed.totals().discount().toDecimal()).isEqualTo("0.00");
    }

    @Test
    void units_that_were_shipped_cannot_be_taken_off() {
        Cart cart = Cart.in("USD").line("A", 4, "1.00");
        Books shipped =
                cart.books().withLine("1", line -> line.withUnits(line.units().ship(3, null)));
        assertThat(refused(cart, shipped, change(Map.of("1", 2L)))).isEqualTo("units-shipped");
        assertThat(changed(cart, shipped, change(Map.of("1", 3L)))
                        .totals()
                        .total()
                        .toDecimal())
                .isEqualTo("3.00");
    }

    @Test
    void what_cannot_be_changed_is_refused() {
        Cart cart = Cart.in("USD").line("A", 4, "1.00");
        Books placed = cart.books();
        assertThat(refused(cart, placed, change(Map.of("9", 1L)))).isEqualTo("unknown-line");
        assertThat(refused(cart, placed, change(Map.of("1", -1L)))).isEqualTo("invalid-quantity");
        assertThat(refused(cart, placed, change(Map.of(), new QuoteLine("1", "A", 1, null))))
                .isEqualTo("duplicate-line");
        assertThat(refused(cart, placed, change(Map.of(), new QuoteLine("2", "GHOST", 1, null))))
                .isEqualTo("unknown-product");
        assertThat(refused(cart, placed, change(Map.of("1", Long.MAX_VALUE)))).isEqualTo("amount-overflow");
    }

    @Test
    void line_offers_of_what_stays_are_as_if_it_had_been_ordered_so() {
        Cart cart = Cart.in("USD").line("A", 3, "0.33");
        cart.offer(cart.percent("ten", LINE, "10"));
        Books changed = changed(cart, cart.books(), change(Map.of("1", 2L)));
        Cart two = Cart.in("USD").line("A", 2, "0.33");
        two.offer(two.percent("ten", LINE, "10"));
        assertThat(changed.totals()).isEqualTo(two.books().totals());
    }

    private static Offer fifty(Cart cart) {
        return cart.amount("fifty", ORDER, "50.00")
                .withCoupon("FIFTY")
                .withCondition(Offer.Condition.ALWAYS.andSubtotal(cart.money("100.00")));
    }

    private static Cart keeping(Cart cart) {
        return cart.policy(
                cart.pricing().policy().withReversal(ReversalPolicy.KEEP, ReversalPolicy.KEEP, ReversalPolicy.KEEP));
    }

    private static Change change(Map<String, Long> quantities, QuoteLine... added) {
        return new Change(Origin.UNKNOWN, quantities, List.of(added), List.of(), null, null, LATER);
    }

    private static Change delivery(@Nullable String method, String price) {
        return new Change(Origin.UNKNOWN, Map.of(), List.of(), List.of(), method, usd(price), LATER);
    }

    private static Books changed(Cart cart, Books books, Change change) {
        return quoted(cart.pricing().change(books, change, cart.facts()));
    }

    private static Books quoted(QuoteResult result) {
        assertThat(result).isInstanceOf(QuoteResult.Quoted.class);
        return ((QuoteResult.Quoted) result).books();
    }

    private static String refused(Cart cart, Books books, Change change) {
        QuoteResult result = cart.pricing().change(books, change, cart.facts());
        assertThat(result).isInstanceOf(QuoteResult.Refused.class);
        Problem problem = ((QuoteResult.Refused) result).problem();
        return problem.code();
    }

    private static String shippingTotal(Books books) {
        return books.shipping().price().minus(books.shipping().discount()).toDecimal();
    }

    private static Money usd(String amount) {
        return Money.of("USD", amount);
    }
}
