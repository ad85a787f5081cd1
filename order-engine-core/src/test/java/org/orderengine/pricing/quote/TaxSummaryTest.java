package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.model.Offer.Target.ORDER;

import org.junit.jupiter.api.Test;
import org.orderengine.model.Books;
import org.orderengine.pricing.TaxSummary;

class TaxSummaryTest {

    @Test
    void taxes_are_summed_by_category_and_rate_with_the_delivery() {
        Books books = Cart.in("EUR")
                .tax("standard", "0.20")
                .tax("reduced", "0.05")
                .shippingTax("standard")
                .line("A", 2, "10.00", "standard")
                .line("B", 1, "8.00", "reduced")
                .line("C", 1, "7.00")
                .shipping("5.00")
                .books();
        assertThat(TaxSummary.of(books).entries())
                .extracting(entry -> entry.category() + " " + entry.rate() + " "
                        + entry.taxable().toDecimal() + " " + entry.tax().toDecimal())
                .containsExactly("standard 0.20 25.00 5.00", "reduced 0.05 8.00 0.40");
    }

    @Test
    void what_is_taxable_is_after_discounts_and_without_the_tax_inside() {
        Cart cart = Cart.in("EUR").pricesIncludeTax().tax("t", "0.10", "0.10").line("A", 1, "14.00", "t");
        cart.offer(cart.amount("two", ORDER, "2.00"));
        assertThat(TaxSummary.of(cart.books()).entries())
                .extracting(entry -> entry.category() + " " + entry.taxable().toDecimal() + " "
                        + entry.tax().toDecimal())
                .containsExactly("tax-1 10.00 1.00", "tax-2 10.00 1.00");
    }

    @Test
    void it_speaks_of_what_the_order_stands_for_now() {
        Books books = Cart.in("EUR").tax("t", "0.20").line("A", 4, "1.00", "t").books();
        Books left = books.withLine("1", line -> line.withUnits(line.units().cancel(3)));
        assertThat(TaxSummary.of(left).entries())
                .extracting(
                        entry -> entry.taxable().toDecimal() + " " + entry.tax().toDecimal())
                .containsExactly("1.00 0.20");
    }

    @Test
    void an_exempt_buyer_pays_no_tax_on_top_and_gets_off_what_is_inside() {
        Cart outside =
                Cart.in("EUR").tax("t", "0.20").line("A", 1, "12.00", "t").exempt();
        assertThat(outside.total()).isEqualTo("12.00");
        Cart inside = Cart.in("EUR")
                .pricesIncludeTax()
                .tax("t", "0.20")
                .shippingTax("t")
                .line("A", 1, "12.00", "t")
                .shipping("6.00")
                .exempt();
        assertThat(inside.total()).isEqualTo("15.00");
        assertThat(inside.books().totals().tax().isZero()).isTrue();
        assertThat(inside.books().lines().get(0).basis().discounts().get(0).source())
                .isEqualTo("tax-exemption");
        assertThat(TaxSummary.of(inside.books()).entries()).isEmpty();
    }
}
