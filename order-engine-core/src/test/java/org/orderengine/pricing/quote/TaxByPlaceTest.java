package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.model.Offer.Target.ORDER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.model.Address;
import org.orderengine.model.Books;
import org.orderengine.model.Destination;
import org.orderengine.model.Origin;
import org.orderengine.model.TaxShare;
import org.orderengine.policy.TaxRounding;
import org.orderengine.pricing.QuoteResult;

/** Taxes after the fact: those of its placing stay with an order, until it goes elsewhere. */
class TaxByPlaceTest {

    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void a_change_of_quantities_is_taxed_by_the_rates_of_its_placing() {
        for (TaxRounding rounding : TaxRounding.values()) {
            Cart cart = Cart.in("EUR")
                    .tax("t", "0.20")
                    .shippingTax("t")
                    .taxRounding(rounding)
                    .line("A", 3, "10.00", "t")
                    .line("U", 1, "5.00", "u")
                    .shipping("5.00");
            Books placed = cart.books();
            cart.tax("t", "0.50").tax("u", "0.50");
            Books changed = changed(cart, placed, quantities(Map.of("1", 2L)));
            assertThat(changed.totals().tax().toDecimal()).as("%s", rounding).isEqualTo("5.00");
        }
    }

    @Test
    void an_order_that_goes_elsewhere_is_taxed_anew_on_what_discounts_left() {
        Cart cart = Cart.in("EUR")
                .tax("t", "0.20")
                .line("A", 3, "10.00", "t")
                .shippingTax("t")
                .shipping("5.00");
        cart.offer(cart.percent("ten", ORDER, "10"));
        Books placed = cart.books();
        cart.tax("t", "0.07", "0.01").withoutOffers();
        Books moved = changed(cart, placed, elsewhere());
        assertThat(moved.totals().total().minus(moved.totals().tax()))
                .isEqualTo(placed.totals().total().minus(placed.totals().tax()));
        assertThat(moved.lines().get(0).basis().taxes().stream().map(TaxShare::category))
                .containsExactly("tax-1", "tax-2");
        assertThat(moved.totals().tax().toDecimal()).isEqualTo("2.56");
    }

    @Test
    void prices_that_include_tax_stay_gross() {
        Cart cart = Cart.in("EUR").pricesIncludeTax().tax("t", "0.20").line("A", 3, "12.00", "t");
        Books placed = cart.books();
        cart.tax("t", "0.50");
        Books moved = changed(cart, placed, elsewhere());
        assertThat(moved.totals().total()).isEqualTo(placed.totals().total());
        assertThat(moved.totals().tax().toDecimal()).isEqualTo("12.00");
    }

    @Test
    void reverse_charge_takes_the_tax_off_and_a_place_where_it_does_not_apply_puts_it_back() {
        Cart cart = Cart.in("EUR").pricesIncludeTax().tax("t", "0.20").line("A", 1, "12.00", "t");
        Books placed = cart.books();
        Cart reversed = Cart.in("EUR")
                .pricesIncludeTax()
                .tax("t", "0.20")
                .line("A", 1, "12.00", "t")
                .exempt();
        Books moved = changed(reversed, placed, elsewhere());
        assertThat(moved.totals().total().toDecimal()).isEqualTo("10.00");
        assertThat(changed(reversed, moved, quantities(Map.of("1", 2L)))
                        .totals()
                        .total()
                        .toDecimal())
                .isEqualTo("20.00");
        assertThat(changed(cart, moved, elsewhere()).totals()).isEqualTo(placed.totals());
    }

    @Test
    void nothing_is_taxed_anew_once_something_has_left() {
        Cart cart = Cart.in("EUR").tax("t", "0.20").line("A", 2, "10.00", "t");
        Books placed = cart.books();
        Books shipped = placed.withLine("1", line -> line.withUnits(line.units().ship(1, null)));
        QuoteResult result = cart.pricing().change(shipped, elsewhere(), cart.facts());
        assertThat(result).isInstanceOf(QuoteResult.Refused.class);
        assertThat(((QuoteResult.Refused) result).problem().code()).isEqualTo("units-shipped");
    }

    private static Change quantities(Map<String, Long> quantities) {
        return new Change(Origin.UNKNOWN, quantities, List.of(), List.of(), null, null, LATER);
    }

    private static Change elsewhere() {
        Address there = new Address(null, null, List.of(), null, null, null, "BE", null, null);
        return quantities(Map.of()).goingTo(new Destination(there, null, null), true);
    }

    private static Books changed(Cart cart, Books books, Change change) {
        QuoteResult result = cart.pricing().change(books, change, cart.facts());
        assertThat(result).isInstanceOf(QuoteResult.Quoted.class);
        return ((QuoteResult.Quoted) result).books();
    }
}
