package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.model.Offer.Target.LINE;
import static org.orderengine.model.Offer.Target.ORDER;
import static org.orderengine.policy.Allocation.FIRST_TAKES_REST;
import static org.orderengine.policy.Allocation.LARGEST_REMAINDER;
import static org.orderengine.policy.Allocation.LAST_TAKES_REST;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.policy.TaxRounding;

/** Each rounding rule of {@code docs/pricing.md}, with the numbers that stand there. */
class RoundingTest {

    @Test
    void a_percentage_on_lines_rounds_half_up_on_each_line() {
        Cart cart = Cart.in("EUR").line("A", 1, "0.10").line("B", 1, "0.10").line("C", 1, "0.10");
        cart.offer(cart.percent("five", LINE, "5"));
        assertThat(cart.discounts()).containsExactly("0.01", "0.01", "0.01");
    }

    @Test
    void a_percentage_on_the_order_rounds_half_up_on_the_sum() {
        Cart cart = Cart.in("EUR").line("A", 1, "0.10").line("B", 1, "0.10").line("C", 1, "0.10");
        cart.offer(cart.percent("five", ORDER, "5"));
        assertThat(cart.discounts()).containsExactly("0.01", "0.01", "0.00");
    }

    @Test
    void the_largest_remainders_get_the_cents_that_are_left() {
        Cart cart = Cart.in("USD").line("A", 1, "43.00").line("B", 1, "14.00").line("C", 1, "23.00");
        cart.offer(cart.amount("off", ORDER, "2.99"));
        assertThat(cart.discounts()).containsExactly("1.61", "0.52", "0.86");
    }

    @Test
    void at_a_tie_the_earlier_line_gets_the_cent() {
        Cart cart = Cart.in("USD").line("A", 1, "1.00").line("B", 1, "1.00").line("C", 1, "1.00");
        cart.offer(cart.amount("off", ORDER, "1.00"));
        assertThat(cart.discounts()).containsExactly("0.34", "0.33", "0.33");
    }

    @Test
    void the_last_line_takes_what_shares_rounded_down_leave() {
        Cart cart = Cart.in("CNY").line("A", 1, "2.00").line("B", 1, "1.50").allocation(LAST_TAKES_REST);
        cart.offer(cart.amount("off", ORDER, "0.50"));
        assertThat(cart.discounts()).containsExactly("0.28", "0.22");
    }

    @Test
    void the_first_line_takes_what_shares_rounded_down_leave() {
        Cart cart = Cart.in("CNY").line("A", 1, "2.00").line("B", 1, "1.50").allocation(FIRST_TAKES_REST);
        cart.offer(cart.amount("off", ORDER, "0.50"));
        assertThat(cart.discounts()).containsExactly("0.29", "0.21");
    }

    @Test
    void what_the_last_line_has_no_room_for_goes_to_the_line_before_it() {
        Cart cart = Cart.in("USD").allocation(LAST_TAKES_REST);
        for (int line = 0; line < 7; line++) {
            cart.line("S" + line, 1, "0.01");
        }
        cart.offer(cart.amount("off", ORDER, "0.03"));
        assertThat(cart.discounts()).containsExactly("0.00", "0.00", "0.00", "0.00", "0.01", "0.01", "0.01");
    }

    @Test
    void a_tax_on_top_rounds_half_up_on_each_line() {
        Cart cart = Cart.in("USD").tax("t", "0.05").line("A", 1, "0.10", "t").line("B", 1, "0.10", "t");
        assertThat(cart.taxes()).containsExactly("0.01", "0.01");
    }

    @Test
    void a_tax_per_order_rounds_once_and_is_spread_by_largest_remainder() {
        Cart cart = Cart.in("USD").tax("t", "0.05").line("A", 1, "0.10", "t").line("B", 1, "0.10", "t");
        assertThat(cart.taxRounding(TaxRounding.ORDER).taxes()).containsExactly("0.01", "0.00");
    }

    @Test
    void categories_of_one_rate_are_rounded_together_per_order() {
        Cart cart = Cart.in("USD")
                .tax("food", "0.05")
                .tax("books", "0.050")
                .line("A", 1, "0.10", "food")
                .line("B", 1, "0.10", "books")
                .taxRounding(TaxRounding.ORDER);
        assertThat(cart.taxes()).containsExactly("0.01", "0.00");
    }

    @Test
    void a_tax_inside_the_price_is_the_price_times_rate_over_one_plus_rate() {
        Cart cart = Cart.in("GBP").pricesIncludeTax().tax("t", "0.20").line("A", 1, "2.50", "t");
        assertThat(cart.taxes()).containsExactly("0.42");
        assertThat(cart.total()).isEqualTo("2.50");
    }

    @Test
    void several_taxes_on_top_round_each_by_itself() {
        Cart cart = Cart.in("USD").tax("t", "0.05", "0.05").line("A", 1, "0.10", "t");
        assertThat(cart.taxes()).containsExactly("0.02");
    }

    @Test
    void several_taxes_inside_round_together_and_are_split_by_their_rates() {
        Cart cart = Cart.in("USD").pricesIncludeTax().tax("t", "0.05", "0.08").line("A", 1, "10.00", "t");
        Line line = cart.books().lines().get(0);
        // 10.00 × 0.13 ÷ 1.13 = 1.1504…; 5/13 and 8/13 of 1.15 are 0.4423… and 0.7077….
        assertThat(line.basis().taxes().get(0).amount().toDecimal()).isEqualTo("0.44");
        assertThat(line.basis().taxes().get(1).amount().toDecimal()).isEqualTo("0.71");
        assertThat(line.tax().toDecimal()).isEqualTo("1.15");
    }

    @Test
    void the_delivery_is_taxed_like_a_line() {
        Books books = Cart.in("EUR")
                .tax("t", "0.19")
                .shippingTax("t")
                .line("A", 1, "10.00")
                .shipping("4.99")
                .books();
        assertThat(books.shipping().tax().toDecimal()).isEqualTo("0.95");
        assertThat(books.totals().total().toDecimal()).isEqualTo("15.94");
    }

    @Test
    void tax_is_on_what_discounts_left() {
        Cart cart = Cart.in("EUR").tax("t", "0.20").line("A", 1, "10.00", "t");
        cart.offer(cart.amount("off", LINE, "4.00"));
        assertThat(cart.taxes()).containsExactly("1.20");
        assertThat(cart.total()).isEqualTo("7.20");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 1000, 333", "EUR, 10.00, 3.33", "KWD, 1.000, 0.333"})
    void amounts_have_the_digits_of_their_currency(String currency, String price, String third) {
        Cart cart = Cart.in(currency).line("A", 1, price);
        cart.offer(cart.percent("third", ORDER, "33.333"));
        assertThat(cart.discounts()).containsExactly(third);
    }

    @Test
    void unit_shares_are_what_remains_divided_by_what_remains_half_up() {
        Line line = Cart.in("USD")
                .tax("t", "0.006")
                .line("PEN", 2, "0.83", "t")
                .books()
                .lines()
                .get(0);
        assertThat(line.tax().toDecimal()).isEqualTo("0.01");
        assertThat(line.withUnits(line.units().cancel(1)).tax().toDecimal()).isEqualTo("0.00");
    }

    @Test
    void points_are_spread_like_discounts_and_stay_with_the_lines() {
        Cart cart = Cart.in("USD")
                .line("A", 1, "2.00")
                .line("B", 1, "1.00")
                .points(100, 100, "0.01")
                .allocation(LARGEST_REMAINDER);
        assertThat(cart.books().lines())
                .extracting(line -> line.basis().points())
                .containsExactly(67L, 33L);
        assertThat(cart.discounts()).containsExactly("0.67", "0.33");
    }
}
