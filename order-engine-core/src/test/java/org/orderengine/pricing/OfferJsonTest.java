package org.orderengine.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
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
import org.orderengine.model.Offer.Except;
import org.orderengine.model.Offer.Target;
import org.orderengine.model.TimeWindow;
import org.orderengine.pricing.OfferJson.OfferFormatException;

class OfferJsonTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    @Test
    void every_key_is_read() {
        assertThat(OfferJson.read(
                        """
                        [ { "id": "all", "coupon": "HELLO", "on": "order", "percent": "15", "cap": "70.00",
                            "when": { "skus": ["A", "B"], "categories": ["c"], "minSubtotal": "100.00", "minQuantity": 3,
                                      "tiers": ["gold"], "exceptSkus": ["TIP"], "exceptCategories": ["gift"],
                                      "window": { "zone": "Europe/Paris", "from": "2026-11-11T00:00",
                                                  "until": "2026-11-12T00:00", "days": ["friday", "monday"],
                                                  "start": "17:00", "end": "19:30" } },
                            "perBuyer": 1, "limit": 100, "exclusive": "group" } ]
                        """,
                        EUR))
                .containsExactly(new Offer(
                        "all",
                        "HELLO",
                        Target.ORDER,
                        new Offer.Percent(new BigDecimal("15")),
                        eur("70.00"),
                        new Condition(
                                Set.of("A", "B"),
                                Set.of("c"),
                                eur("100.00"),
                                3L,
                                Set.of("gold"),
                                new TimeWindow(
                                        ZoneId.of("Europe/Paris"),
                                        LocalDateTime.parse("2026-11-11T00:00"),
                                        LocalDateTime.parse("2026-11-12T00:00"),
                                        Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
                                        LocalTime.of(17, 0),
                                        LocalTime.of(19, 30)),
                                new Except(Set.of("TIP"), Set.of("gift"))),
                        1L,
                        100L,
                        "group"));
    }

    @Test
    void every_kind_of_reduction_is_read() {
        assertThat(OfferJson.read(
                        """
                        [ { "id": "1", "on": "shipping", "amount": "5.00" },
                          { "id": "2", "on": "line", "price": "9.99" },
                          { "id": "3", "on": "line", "buyGet": { "buy": 2, "get": 1 } },
                          { "id": "4", "on": "order",
                            "buyGet": { "buy": 1, "get": 2, "percent": "50", "skus": ["A"], "categories": ["c"], "times": 3 } },
                          { "id": "5", "on": "order", "cheapestFree": { "of": 3 } },
                          { "id": "6", "on": "order", "bundle": { "price": "25.00", "times": 2,
                            "parts": [ { "sku": "A" }, { "category": "c", "quantity": 2 } ] } },
                          { "id": "7", "on": "line",
                            "steps": [ { "quantity": 3, "percent": "10" }, { "quantity": 10, "price": "9.00" } ] },
                          { "id": "8", "on": "order", "steps": [ { "subtotal": "100.00", "amount": "10.00" } ] },
                          { "id": "9", "on": "line", "tierPrices": { "gold": "8.00", "silver": "9.00" } },
                          { "id": "10", "on": "order", "rule": { "name": "own", "parameters": { "off": "0.50" } } } ]
                        """,
                        EUR))
                .extracting(Offer::reduction)
                .containsExactly(
                        new Offer.Amount(eur("5.00")),
                        new Offer.FixedPrice(eur("9.99")),
                        Deal.BuyGet.free(2, 1),
                        new Deal.BuyGet(1, 2, new BigDecimal("50"), Set.of("A"), Set.of("c"), 3),
                        new Deal.CheapestFree(3, ALL, Deal.UNBOUNDED),
                        new Deal.Bundle(
                                eur("25.00"), List.of(new Deal.Part("A", null, 1), new Deal.Part(null, "c", 2)), 2),
                        new Deal.Steps(List.of(
                                new Deal.Step(3L, null, new Offer.Percent(BigDecimal.TEN)),
                                new Deal.Step(10L, null, new Offer.FixedPrice(eur("9.00"))))),
                        new Deal.Steps(List.of(new Deal.Step(null, eur("100.00"), new Offer.Amount(eur("10.00"))))),
                        new Deal.TierPrices(Map.of("gold", eur("8.00"), "silver", eur("9.00"))),
                        new Deal.ByRule("own", Map.of("off", "0.50")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ 'id': 'o', 'on': 'order', 'percnt': '5' }|line 1, column 30: unknown key \"percnt\" (did you mean \"percent\"?)",
                "{ 'id': 'o', 'on': 'order' }|line 1, column 2: an offer has exactly one of",
                "{ 'id': 'o', 'on': 'order', 'percent': '5', 'price': '1.00' }|this one has \"percent\" and \"price\"",
                "{ 'id': 'o', 'on': 'ordr', 'percent': '5' }|line 1, column 21: \"ordr\" is none of",
                "{ 'on': 'order', 'percent': '5' }|\"id\" is missing",
                "{ 'id': 'o', 'on': 'order', 'percent': 5 }|expected a decimal as text, like \"12.5\", found 5",
                "{ 'id': 'o', 'on': 'order', 'percent': '101' }|from 0 to 100",
                "{ 'id': 'o', 'on': 'order', 'amount': '5.0' }|write it in major units with 2 fraction digits",
                "{ 'id': 'o', 'on': 'order', 'amount': '-5.00' }|less than nothing",
                "{ 'id': 'points', 'on': 'order', 'percent': '5' }|cannot be called \"points\"",
                "{ 'id': 'o', 'on': 'order', 'percent': '5', 'perBuyer': 0 }|could never be used",
                "{ 'id': 'o', 'on': 'order', 'percent': '5', 'limit': 1.5 }|expected a whole number, found 1.5",
                "{ 'id': 'o', 'on': 'order', 'percent': '5', 'limit': 1e99 }|1E+99 is more than a whole number",
                "{ 'id': 'o', 'on': 'order', 'percent': '5', 'limit': 10000000000000000000 }|more than a whole number",
                "{ 'id': 'o', 'on': 'order', 'percent': '5', 'when': { 'window': { 'zone': 'Mars' } } }|a time zone",
                "{ 'id': 'o', 'on': 'order', 'percent': '5', 'when': { 'window': { 'from': '2026' } } }|\"zone\" is missing",
                "{ 'id': 'o', 'on': 'order', 'percent': '5', 'when': { 'window': { 'zone': 'UTC', 'from': '2026' } } }|a date and",
                "{ 'id': 'o', 'on': 'order', 'percent': '5', 'when': { 'window': { 'zone': 'UTC', 'days': ['x'] } } }|no day",
                "{ 'id': 'o', 'on': 'order', 'percent': '5', 'when': { 'window': { 'zone': 'UTC', 'start': '9' } } }|a time of day",
                "{ 'id': 'o', 'on': 'order', 'percent': '5', 'when': [] }|expected an object, found a list",
                "{ 'id': 'o', 'on': 'line', 'buyGet': { 'buy': 2 } }|\"get\" is missing",
                "{ 'id': 'o', 'on': 'line', 'steps': [ { 'quantity': 3 } ] }|a step has exactly one of",
                "{ 'id': 'o', 'on': 'line', 'bundle': { 'price': '1.00', 'parts': [ {} ] } }|names a product or a category",
                "7|expected an object, found 7"
            })
    void what_cannot_be_understood_is_found_with_its_place(String offer, String finding) {
        assertThatThrownBy(() -> OfferJson.read("[" + offer.replace('\'', '"') + "]", EUR))
                .isInstanceOf(OfferFormatException.class)
                .hasMessageContaining(finding);
    }

    @Test
    void everything_is_found_at_once() {
        String text =
                """
                [ { "id": "a", "on": "order", "percent": "five" },
                  { "id": "a", "on": "nowhere", "amount": "1.00" },
                  { "id": "b", "on": "line", "steps": 3, "cap": true } ]
                """;
        assertThatThrownBy(() -> OfferJson.read(text, EUR))
                .isInstanceOfSatisfying(OfferFormatException.class, wrong -> assertThat(wrong.findings())
                        .extracting(finding -> finding.line())
                        .containsExactly(1, 2, 2, 3, 3, 3));
    }

    @Test
    void what_is_no_json_or_no_list_is_found_too() {
        assertThatThrownBy(() -> OfferJson.read("[ {", EUR)).isInstanceOf(OfferFormatException.class);
        assertThatThrownBy(() -> OfferJson.read("{}", EUR))
                .isInstanceOf(OfferFormatException.class)
                .hasMessageContaining("expected a list, found an object");
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
