package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.model.Offer.Target.LINE;
import static org.orderengine.model.Offer.Target.ORDER;
import static org.orderengine.model.Offer.Target.SHIPPING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Units;
import org.orderengine.pricing.Explanation;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.spi.catalog.Product;

class QuoteTest {

    @Test
    void a_line_costs_its_units_at_the_catalog_price() {
        Books books = Cart.in("EUR").line("LAMP", 3, "19.99").shipping("4.90").books();
        assertThat(books.totals().lines().toDecimal()).isEqualTo("59.97");
        assertThat(books.totals().total().toDecimal()).isEqualTo("64.87");
        assertThat(books.lines().get(0).item().priceSource()).isEqualTo("catalog");
        assertThat(books.lines().get(0).units()).isEqualTo(Units.ordered(3));
    }

    @Test
    void a_price_of_the_command_overrides_the_catalog() {
        Cart cart = Cart.in("EUR").product(Product.of("LAMP", Money.of("EUR", "19.99")));
        Books books =
                cart.line(new QuoteLine("a", "LAMP", 2, cart.money("15.00"))).books();
        assertThat(books.totals().total().toDecimal()).isEqualTo("30.00");
        assertThat(books.lines().get(0).item().priceSource()).isEqualTo("command");
    }

    @Test
    void an_offer_sees_the_amounts_that_those_before_it_left() {
        Cart cart = Cart.in("USD").line("A", 1, "100.00");
        cart.offer(cart.percent("half", ORDER, "50")).offer(cart.percent("ten", ORDER, "10"));
        assertThat(cart.total()).isEqualTo("45.00");
    }

    @Test
    void a_condition_sees_the_amounts_that_the_offers_before_it_left() {
        Cart cart = Cart.in("USD").line("A", 1, "100.00").shipping("5.00");
        cart.offer(cart.amount("one", LINE, "1.00"))
                .offer(cart.price("free-shipping", SHIPPING, "0.00")
                        .withCondition(Offer.Condition.ALWAYS.andSubtotal(cart.money("100.00"))));
        assertThat(cart.total()).isEqualTo("104.00");
        assertThat(cart.quoted().explanation().entries())
                .contains(new Explanation.NotApplied(
                        "offers", "free-shipping", Explanation.Reason.SUBTOTAL_TOO_SMALL, 9900, 10000));
    }

    @Test
    void a_coupon_is_carried_once_its_offer_gives_something() {
        Cart cart = Cart.in("USD").line("A", 1, "10.00").coupon("HELLO").coupon("HELLO");
        cart.offer(cart.amount("welcome", ORDER, "2.00").withCoupon("HELLO"));
        assertThat(cart.books().coupons()).containsExactly(Coupon.carried("HELLO"));
        assertThat(cart.total()).isEqualTo("8.00");
    }

    @Test
    void a_limited_offer_without_coupon_is_carried_under_its_own_name() {
        Cart cart = Cart.in("USD").line("A", 1, "10.00");
        cart.offer(cart.amount("first-hundred", ORDER, "2.00").withLimits(null, 100L));
        assertThat(cart.books().coupons()).containsExactly(Coupon.ofOffer("first-hundred"));
    }

    @Test
    void points_take_off_what_they_are_worth_after_all_offers() {
        Cart cart = Cart.in("USD").line("MUG", 2, "10.00").points(50, 50, "0.01");
        cart.offer(cart.percent("welcome", ORDER, "10"));
        Books books = cart.books();
        assertThat(books.totals().discount().toDecimal()).isEqualTo("2.50");
        assertThat(books.totals().total().toDecimal()).isEqualTo("17.50");
        assertThat(books.lines().get(0).basis().points()).isEqualTo(50);
        assertThat(books.lines().get(0).basis().discounts())
                .containsExactly(
                        new Adjustment("welcome", cart.money("2.00")),
                        new Adjustment(Adjustment.POINTS, cart.money("0.50")));
    }

    @Test
    void no_more_points_are_spent_than_there_is_left_to_pay() {
        Cart cart = Cart.in("USD").line("MUG", 1, "1.00").points(500, 500, "0.03");
        assertThat(cart.total()).isEqualTo("0.00");
        assertThat(cart.books().lines().get(0).basis().points()).isEqualTo(34);
    }

    @Test
    void only_the_first_offer_of_an_exclusive_group_applies() {
        Cart cart = Cart.in("USD").line("A", 1, "10.00");
        for (String id : List.of("one", "two")) {
            cart.offer(cart.amount(id, ORDER, "1.00").withExclusive("group"));
        }
        assertThat(cart.total()).isEqualTo("9.00");
        assertThat(cart.quoted().explanation().entries())
                .contains(new Explanation.NotApplied("offers", "two", Explanation.Reason.EXCLUDED, 0, 0));
    }
}
