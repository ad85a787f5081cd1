package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.model.Offer.Target.LINE;
import static org.orderengine.model.Offer.Target.ORDER;
import static org.orderengine.model.Offer.Target.SHIPPING;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;
import org.orderengine.model.TimeWindow;
import org.orderengine.pricing.Explanation;
import org.orderengine.spi.catalog.Product;

class DealTest {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    @ParameterizedTest
    @CsvSource({"2, 0.00", "3, 10.00", "5, 10.00", "6, 20.00"})
    void buy_two_get_one_free_on_a_line(long quantity, String discount) {
        Cart cart = Cart.in("EUR").line("A", quantity, "10.00");
        cart.offer(Offer.of("deal", LINE, Deal.BuyGet.free(2, 1)));
        assertThat(cart.discounts()).containsExactly(discount);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.00", "2, 10.00", "3, 20.00", "4, 20.00", "5, 30.00"})
    void the_last_of_those_given_may_be_fewer(long quantity, String discount) {
        Cart cart = Cart.in("EUR").line("A", quantity, "10.00");
        cart.offer(Offer.of("deal", LINE, Deal.BuyGet.free(1, 2)));
        assertThat(cart.discounts()).containsExactly(discount);
    }

    @Test
    void over_several_lines_the_cheapest_units_are_given() {
        Cart cart = Cart.in("EUR").line("A", 2, "10.00").line("B", 1, "4.00");
        cart.offer(Offer.of("deal", ORDER, Deal.BuyGet.free(2, 1)));
        assertThat(cart.discounts()).containsExactly("0.00", "4.00");
    }

    @Test
    void other_goods_are_given_and_do_not_count_as_bought() {
        Cart cart = Cart.in("EUR").line("RAZOR", 2, "20.00").line("FOAM", 3, "5.00");
        cart.offer(Offer.of("deal", ORDER, new Deal.BuyGet(1, 1, new BigDecimal("50"), Set.of("FOAM"), Set.of(), 10))
                .withCondition(Condition.ofSkus("RAZOR", "FOAM")));
        assertThat(cart.discounts()).containsExactly("0.00", "5.00");
    }

    @Test
    void a_deal_is_struck_at_most_so_many_times() {
        Cart cart = Cart.in("EUR").line("A", 9, "10.00");
        cart.offer(Offer.of("deal", LINE, new Deal.BuyGet(2, 1, ALL, Set.of(), Set.of(), 2)));
        assertThat(cart.discounts()).containsExactly("20.00");
    }

    @Test
    void a_deal_with_too_few_units_says_so() {
        Cart cart = Cart.in("EUR").line("A", 2, "10.00");
        cart.offer(Offer.of("deal", LINE, Deal.BuyGet.free(2, 1)));
        assertThat(cart.explanation().entries())
                .contains(new Explanation.NotApplied("offers", "deal", Explanation.Reason.TOO_FEW_UNITS, 2, 3));
    }

    @Test
    void of_every_three_units_the_cheapest_is_free() {
        Cart cart = Cart.in("EUR")
                .line("A", 2, "10.00")
                .line("B", 2, "4.00")
                .line("C", 2, "6.00")
                .line("D", 1, "9.00");
        cart.offer(Offer.of("deal", ORDER, new Deal.CheapestFree(3, ALL, Deal.UNBOUNDED)));
        assertThat(cart.discounts()).containsExactly("0.00", "8.00", "0.00", "0.00");
    }

    @Test
    void the_cheapest_units_may_be_in_the_middle_of_a_line() {
        Cart cart = Cart.in("EUR").line("A", 3, "3.33");
        cart.offer(cart.amount("first", LINE, "0.01"))
                .offer(Offer.of("deal", ORDER, new Deal.CheapestFree(3, ALL, Deal.UNBOUNDED)));
        // A third of 9.98 is 3.3266…, half up 3.33.
        assertThat(cart.discounts()).containsExactly("3.34");
    }

    @Test
    void a_bundle_costs_its_price_and_what_goes_beyond_it_costs_what_it_did() {
        Cart cart = Cart.in("EUR")
                .line("BODY", 2, "500.00")
                .line("LENS", 1, "300.00")
                .line("BAG", 3, "50.00");
        cart.offer(Offer.of(
                "kit",
                ORDER,
                new Deal.Bundle(
                        cart.money("750.00"),
                        List.of(
                                new Deal.Part("BODY", null, 1),
                                new Deal.Part("LENS", null, 1),
                                new Deal.Part("BAG", null, 1)),
                        Deal.UNBOUNDED)));
        // 850.00 become 750.00; 100.00 over 500 : 300 : 50.
        assertThat(cart.discounts()).containsExactly("58.82", "35.30", "5.88");
        assertThat(cart.total()).isEqualTo("1350.00");
    }

    @Test
    void a_bundle_takes_its_units_from_several_lines_of_a_category() {
        Cart cart = Cart.in("EUR")
                .line(new Product("RED", Money.of("EUR", "10.00"), null, null, "wine", null, Map.of()), 1)
                .line(new Product("WHITE", Money.of("EUR", "8.00"), null, null, "wine", null, Map.of()), 2);
        cart.offer(Offer.of(
                "three",
                ORDER,
                new Deal.Bundle(cart.money("20.00"), List.of(new Deal.Part(null, "wine", 3)), Deal.UNBOUNDED)));
        assertThat(cart.total()).isEqualTo("20.00");
    }

    @Test
    void an_incomplete_bundle_gives_nothing() {
        Cart cart = Cart.in("EUR").line("BODY", 2, "500.00");
        cart.offer(Offer.of(
                "kit",
                ORDER,
                new Deal.Bundle(
                        cart.money("750.00"),
                        List.of(new Deal.Part("BODY", null, 1), new Deal.Part("LENS", null, 1)),
                        Deal.UNBOUNDED)));
        assertThat(cart.reason("kit")).isEqualTo(Explanation.Reason.TOO_FEW_UNITS);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.00", "2, 0.00", "3, 3.00", "9, 9.00", "10, 20.00"})
    void the_more_units_the_cheaper(long quantity, String discount) {
        Cart cart = Cart.in("EUR").line("A", quantity, "10.00");
        cart.offer(Offer.of(
                "steps",
                LINE,
                new Deal.Steps(List.of(
                        new Deal.Step(3L, null, new Offer.Percent(BigDecimal.TEN)),
                        new Deal.Step(10L, null, new Offer.FixedPrice(cart.money("8.00")))))));
        assertThat(cart.discounts()).containsExactly(discount);
    }

    @ParameterizedTest
    @CsvSource({"9, 90.00", "10, 90.00", "20, 175.00"})
    void the_more_money_the_cheaper(long quantity, String total) {
        Cart cart = Cart.in("EUR").line("A", quantity, "10.00");
        cart.offer(Offer.of(
                "steps",
                ORDER,
                new Deal.Steps(List.of(
                        new Deal.Step(null, cart.money("100.00"), new Offer.Amount(cart.money("10.00"))),
                        new Deal.Step(null, cart.money("200.00"), new Offer.Amount(cart.money("25.00")))))));
        assertThat(cart.total()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({"gold, 16.00", "silver, 18.00", "bronze, 20.00"})
    void members_pay_the_price_of_their_tier(String tier, String total) {
        Cart cart = Cart.in("EUR").line("A", 2, "10.00").tier(tier);
        cart.offer(Offer.of(
                "tiers", LINE, new Deal.TierPrices(Map.of("gold", cart.money("8.00"), "silver", cart.money("9.00")))));
        assertThat(cart.total()).isEqualTo(total);
    }

    @Test
    void a_cap_bounds_what_each_line_gets_or_all_together() {
        Cart cart = Cart.in("EUR").line("A", 3, "10.00").line("B", 3, "20.00");
        cart.offer(Offer.of("deal", LINE, Deal.BuyGet.free(2, 1)).withCap(cart.money("12.00")));
        assertThat(cart.discounts()).containsExactly("10.00", "12.00");
        Cart together = Cart.in("EUR").line("A", 3, "10.00").line("B", 3, "20.00");
        together.offer(Offer.of("deal", ORDER, Deal.BuyGet.free(1, 1)).withCap(together.money("5.00")));
        assertThat(together.discounts()).containsExactly("5.00", "0.00");
    }

    @Test
    void code_of_the_host_says_what_an_offer_gives() {
        Cart cart = Cart.in("EUR").line("A", 2, "10.00").line("B", 1, "5.00");
        cart.offer(Offer.of("own", ORDER, new Deal.ByRule("per-unit", Map.of("off", "0.50"))))
                .offerRule("per-unit", (deal, lines, context) -> lines.stream()
                        .map(line -> Money.parse(
                                        context.currency(), deal.parameters().getOrDefault("off", "0.00"))
                                .times(line.quantity()))
                        .toList());
        assertThat(cart.discounts()).containsExactly("1.00", "0.50");
    }

    @Test
    void happy_hour_is_on_the_clocks_of_its_zone() {
        TimeWindow window = new TimeWindow(
                ZoneId.of("Asia/Shanghai"),
                LocalDateTime.parse("2026-11-11T00:00"),
                LocalDateTime.parse("2026-11-12T00:00"),
                Set.of(DayOfWeek.WEDNESDAY),
                LocalTime.of(20, 0),
                LocalTime.of(22, 0));
        Cart cart = Cart.in("CNY").line("A", 1, "10.00");
        cart.offer(cart.percent("happy", ORDER, "50").withCondition(Condition.ALWAYS.andWindow(window)));
        assertThat(cart.at("2026-11-11T11:59:59Z").total()).isEqualTo("10.00");
        assertThat(cart.reason("happy")).isEqualTo(Explanation.Reason.OTHER_TIME);
        assertThat(cart.at("2026-11-11T12:00:00Z").total()).isEqualTo("5.00");
        assertThat(cart.at("2026-11-11T13:59:59Z").total()).isEqualTo("5.00");
        assertThat(cart.at("2026-11-11T14:00:00Z").total()).isEqualTo("10.00");
    }

    @Test
    void a_minimum_price_is_left_and_the_rest_goes_to_the_others() {
        Cart cart = Cart.in("EUR")
                .line(product("A", "10.00", "9.00"), 1)
                .line("B", 1, "10.00")
                .line("C", 1, "20.00");
        cart.offer(cart.amount("off", ORDER, "10.00"));
        // 2.50, 2.50, 5.00 without the minimum price; with it A gives 1.00, and 9.00 fall on B and C as 1 : 2.
        assertThat(cart.discounts()).containsExactly("1.00", "3.00", "6.00");
    }

    @Test
    void a_discount_that_minimum_prices_leave_no_room_for_is_reported() {
        Cart cart = Cart.in("EUR").line(product("A", "10.00", "9.00"), 1).line(product("B", "10.00", "8.00"), 1);
        cart.offer(cart.amount("off", ORDER, "10.00"));
        assertThat(cart.discounts()).containsExactly("1.00", "2.00");
        assertThat(cart.explanation().entries())
                .contains(new Explanation.Limited("offers", "off", cart.money("10.00"), cart.money("3.00")));
        cart.offer(cart.amount("more", ORDER, "1.00"));
        assertThat(cart.reason("more")).isEqualTo(Explanation.Reason.NO_ROOM);
    }

    @Test
    void a_minimum_price_holds_on_lines_too() {
        Cart cart = Cart.in("EUR").line(product("A", "10.00", "9.00"), 2);
        cart.offer(cart.percent("half", LINE, "50"));
        assertThat(cart.discounts()).containsExactly("2.00");
    }

    @Test
    void shipping_is_lowered_by_percent_amount_and_price() {
        Cart cart = Cart.in("EUR").line("A", 1, "10.00").shipping("9.99");
        cart.offer(cart.percent("half", SHIPPING, "50"));
        assertThat(cart.total()).isEqualTo("14.99");
        cart.offer(cart.amount("one", SHIPPING, "1.00"));
        assertThat(cart.total()).isEqualTo("13.99");
        cart.offer(cart.price("two", SHIPPING, "2.00"));
        assertThat(cart.total()).isEqualTo("12.00");
        assertThat(cart.books().totals().discount().toDecimal()).isEqualTo("7.99");
    }

    @Test
    void a_price_on_lines_is_per_unit_and_on_the_order_for_all_together() {
        Cart each = Cart.in("EUR").line("A", 3, "10.00");
        assertThat(each.offer(each.price("nine", LINE, "9.00")).total()).isEqualTo("27.00");
        Cart together = Cart.in("EUR").line("A", 3, "10.00");
        assertThat(together.offer(together.price("nine", ORDER, "9.00")).total())
                .isEqualTo("9.00");
        Cart dearer = Cart.in("EUR").line("A", 1, "10.00");
        dearer.offer(dearer.price("eleven", LINE, "11.00"));
        assertThat(dearer.reason("eleven")).isEqualTo(Explanation.Reason.NOTHING_TO_LOWER);
    }

    private static Product product(String sku, String price, String minimum) {
        return new Product(sku, Money.of("EUR", price), null, null, null, null, Map.of(), Money.of("EUR", minimum));
    }
}
