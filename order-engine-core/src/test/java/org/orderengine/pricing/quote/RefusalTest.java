package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.model.Offer.Target.ORDER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Problem;
import org.orderengine.pricing.PricingRules;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.spi.catalog.Product;

/** What has no price, and the code that says why. */
class RefusalTest {

    @Test
    void an_order_without_lines_is_refused() {
        assertThat(Cart.in("EUR").refusal()).isEqualTo("no-lines");
    }

    @Test
    void a_product_that_the_catalog_does_not_have_is_refused() {
        assertThat(Cart.in("EUR").line(new QuoteLine("1", "GHOST", 1, null)).refusal())
                .isEqualTo("unknown-product");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void a_quantity_that_is_not_positive_is_refused(long quantity) {
        assertThat(Cart.in("EUR").line("A", quantity, "1.00").refusal()).isEqualTo("invalid-quantity");
    }

    @Test
    void a_line_that_costs_more_than_an_amount_can_hold_is_refused() {
        assertThat(Cart.in("EUR").line("A", Long.MAX_VALUE, "0.02").refusal()).isEqualTo("amount-overflow");
    }

    @Test
    void lines_that_come_to_more_than_an_amount_can_hold_are_refused() {
        Cart cart = Cart.in("EUR").line("A", Long.MAX_VALUE, "0.01").line("B", 1, "0.01");
        assertThat(cart.refusal()).isEqualTo("amount-overflow");
        cart.offer(cart.percent("half", ORDER, "50"));
        assertThat(cart.refusal()).isEqualTo("amount-overflow");
    }

    @Test
    void a_tax_that_comes_to_more_than_an_amount_can_hold_is_refused() {
        assertThat(Cart.in("EUR")
                        .tax("t", "1000")
                        .line("A", Long.MAX_VALUE / 10, "0.01", "t")
                        .refusal())
                .isEqualTo("amount-overflow");
    }

    @Test
    void an_order_of_the_largest_amount_there_is_has_a_price() {
        Cart cart = Cart.in("EUR").line("A", Long.MAX_VALUE, "0.01");
        assertThat(cart.books().totals().total().minorUnits()).isEqualTo(Long.MAX_VALUE);
        cart.offer(cart.percent("half", ORDER, "50"));
        assertThat(cart.books().totals().discount().minorUnits()).isEqualTo(Long.MAX_VALUE / 2 + 1);
    }

    @Test
    void a_price_less_than_nothing_is_refused() {
        Cart cart = Cart.in("EUR").product(Product.of("A", Money.of("EUR", "1.00")));
        cart.line(new QuoteLine("1", "A", 1, cart.money("-0.01")));
        assertThat(cart.refusal()).isEqualTo("invalid-price");
        assertThat(Cart.in("EUR").line("A", 1, "-1.00").refusal()).isEqualTo("invalid-price");
        assertThat(Cart.in("EUR").line("A", 1, "1.00").shipping("-1.00").refusal())
                .isEqualTo("invalid-price");
    }

    @Test
    void another_currency_is_refused_wherever_it_stands() {
        Money dollar = Money.of("USD", "1.00");
        assertThat(Cart.in("EUR")
                        .line("A", 1, "1.00")
                        .line(Product.of("B", dollar), 1)
                        .refusal())
                .isEqualTo("currency-mixed");
        assertThat(Cart.in("EUR").line("A", 1, "1.00").shipping(dollar).refusal())
                .isEqualTo("currency-mixed");
        assertThat(Cart.in("EUR")
                        .line("A", 1, "1.00")
                        .offer(Offer.of("off", ORDER, new Offer.Amount(dollar)))
                        .refusal())
                .isEqualTo("currency-mixed");
        Product floored =
                new Product("A", Money.of("EUR", "1.00"), null, null, null, null, Map.of(), Money.of("USD", "0.50"));
        assertThat(Cart.in("EUR").line(floored, 1).refusal()).isEqualTo("currency-mixed");
    }

    @Test
    void two_lines_of_one_id_are_refused() {
        Cart cart = Cart.in("EUR").line("A", 1, "1.00").line(new QuoteLine("1", "A", 1, null));
        assertThat(cart.refusal()).isEqualTo("duplicate-line");
    }

    @Test
    void a_line_without_id_is_refused() {
        assertThat(Cart.in("EUR").line(new QuoteLine(" ", "A", 1, null)).refusal())
                .isEqualTo("invalid-line");
    }

    @Test
    void a_coupon_that_no_offer_knows_is_refused() {
        assertThat(Cart.in("EUR").line("A", 1, "1.00").coupon("NOPE").refusal()).isEqualTo("unknown-coupon");
    }

    @Test
    void a_coupon_cannot_be_a_limited_offer_in_disguise() {
        Cart cart = Cart.in("EUR").line("A", 1, "1.00").coupon("offer:first-hundred");
        cart.offer(cart.amount("first-hundred", ORDER, "0.50").withLimits(null, 100L));
        assertThat(cart.refusal()).isEqualTo("unknown-coupon");
    }

    @Test
    void points_less_than_zero_are_refused() {
        assertThat(Cart.in("EUR").line("A", 1, "1.00").points(-1, 10, "0.01").refusal())
                .isEqualTo("invalid-points");
    }

    @Test
    void more_points_than_the_buyer_has_are_refused() {
        assertThat(Cart.in("EUR").line("A", 1, "1.00").points(11, 10, "0.01").refusal())
                .isEqualTo("points-short");
    }

    @Test
    void points_are_refused_where_they_are_worth_nothing() {
        Cart cart = Cart.in("EUR").line("A", 1, "1.00").points(1, 10, "0.01");
        assertThat(cart.policy(cart.pricing().policy().withPoints(null)).refusal())
                .isEqualTo("points-not-accepted");
    }

    @Test
    void two_offers_of_one_id_are_refused() {
        Cart cart = Cart.in("EUR").line("A", 1, "1.00");
        cart.offer(cart.amount("off", ORDER, "0.10")).offer(cart.amount("off", ORDER, "0.20"));
        assertThat(cart.refusal()).isEqualTo("duplicate-offer");
    }

    @Test
    void an_offer_that_names_an_unknown_rule_is_refused() {
        Cart cart = Cart.in("EUR").line("A", 1, "1.00");
        cart.offer(Offer.of("own", ORDER, new Deal.ByRule("moon-phase", Map.of())));
        assertThat(cart.refusal()).isEqualTo("unknown-offer-rule");
    }

    @Test
    void what_a_rule_of_the_host_throws_is_refused() {
        Cart cart = Cart.in("EUR")
                .line("A", 1, "1.00")
                .rules(PricingRules.standard().after("tax", "broken", sheet -> {
                    throw new IllegalStateException("the buyer's secret");
                }));
        assertThat(cart.quote())
                .isEqualTo(new QuoteResult.Refused(new Problem(
                        "pricing-rule-failed", "the pricing rule \"broken\" threw java.lang.IllegalStateException")));
    }

    @Test
    void endless_recursion_in_a_rule_of_the_host_is_refused() {
        Cart cart = Cart.in("EUR")
                .line("A", 1, "1.00")
                .rules(PricingRules.standard().after("tax", "endless", sheet -> endless(1)));
        assertThat(cart.refusal()).isEqualTo("pricing-rule-failed");
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    @Test
    void an_offer_rule_that_answers_nonsense_is_refused() {
        Cart cart = Cart.in("EUR").line("A", 1, "1.00");
        cart.offer(Offer.of("own", ORDER, new Deal.ByRule("own", Map.of())));
        assertThat(cart.offerRule("own", (deal, lines, context) -> List.of()).refusal())
                .isEqualTo("pricing-rule-failed");
        assertThat(cart.offerRule("own", (deal, lines, context) -> List.of(cart.money("-1.00")))
                        .refusal())
                .isEqualTo("pricing-rule-failed");
        assertThat(cart.offerRule("own", (deal, lines, context) -> List.of(Money.of("USD", "1.00")))
                        .refusal())
                .isEqualTo("currency-mixed");
    }

    @Test
    void a_rule_of_the_host_can_refuse_with_a_code_of_its_own() {
        Cart cart = Cart.in("EUR")
                .line("A", 1, "1.00")
                .rules(PricingRules.standard()
                        .after(
                                "base-price",
                                "minimum-order",
                                sheet -> sheet.refuse(new Problem("too-small", "orders start at 10.00"))));
        assertThat(cart.refusal()).isEqualTo("too-small");
    }

    @Test
    void a_line_that_no_rule_priced_is_refused() {
        Cart cart = Cart.in("EUR").line("A", 1, "1.00");
        assertThat(cart.rules(PricingRules.standard().without("base-price")).refusal())
                .isEqualTo("line-without-price");
    }
}
