package org.orderengine.spi.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.model.Offer.Target.LINE;
import static org.orderengine.model.Offer.Target.ORDER;
import static org.orderengine.model.Offer.Target.SHIPPING;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderengine.model.Deal;
import org.orderengine.model.InvalidOfferException;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.TimeWindow;

/** Offers that contradict themselves cannot be made, each with a code. */
class OfferTest {

    private static final Offer.Reduction TEN = new Offer.Percent(BigDecimal.TEN);

    @Test
    void a_percentage_is_from_0_to_100() {
        assertInvalid("offer-percent-out-of-range", () -> percent("100.01"));
        assertInvalid("offer-percent-out-of-range", () -> percent("-1"));
        assertInvalid("offer-percent-out-of-range", () -> percent("1e-11"));
        assertInvalid("offer-percent-out-of-range", () -> percent("1E+999999999"));
        assertInvalid("offer-percent-out-of-range", () -> new Deal.CheapestFree(3, new BigDecimal("101"), 1));
        assertThat(new Offer.Percent(new BigDecimal("1E+2")).percent()).isEqualByComparingTo("100");
    }

    @Test
    void amounts_are_not_negative() {
        Money negative = Money.of("EUR", "-0.01");
        assertInvalid("offer-amount-negative", () -> new Offer.Amount(negative));
        assertInvalid("offer-amount-negative", () -> new Offer.FixedPrice(negative));
        assertInvalid("offer-amount-negative", () -> Offer.of("o", ORDER, TEN).withCap(negative));
        assertInvalid("offer-amount-negative", () -> Offer.Condition.ALWAYS.andSubtotal(negative));
        assertInvalid("offer-amount-negative", () -> new Deal.TierPrices(Map.of("gold", negative)));
        assertInvalid(
                "offer-amount-negative", () -> new Deal.Bundle(negative, List.of(new Deal.Part("A", null, 1)), 1));
    }

    @Test
    void an_id_is_neither_blank_nor_reserved() {
        for (String id : List.of("", " ", "points", "tax-exemption")) {
            assertInvalid("offer-id-reserved", () -> Offer.of(id, ORDER, TEN));
        }
        assertInvalid("offer-coupon-blank", () -> Offer.of("o", ORDER, TEN).withCoupon(" "));
    }

    @Test
    void limits_leave_room_for_use() {
        assertInvalid(
                "offer-limit-not-positive", () -> Offer.of("o", ORDER, TEN).withLimits(0L, null));
        assertInvalid(
                "offer-limit-not-positive", () -> Offer.of("o", ORDER, TEN).withLimits(null, -1L));
        assertInvalid("offer-limits-contradict", () -> Offer.of("o", ORDER, TEN).withLimits(3L, 2L));
        assertThat(Offer.of("o", ORDER, TEN).withLimits(2L, 2L).isLimited()).isTrue();
        assertThat(Offer.of("o", ORDER, TEN).isLimited()).isFalse();
    }

    @Test
    void what_it_gives_goes_with_what_it_is_on() {
        Money price = Money.of("EUR", "1.00");
        Deal.Bundle bundle = new Deal.Bundle(price, List.of(new Deal.Part("A", null, 1)), 1);
        assertInvalid("offer-target-contradicts", () -> Offer.of("o", SHIPPING, Deal.BuyGet.free(1, 1)));
        assertInvalid("offer-target-contradicts", () -> Offer.of("o", LINE, bundle));
        assertInvalid(
                "offer-target-contradicts", () -> Offer.of("o", ORDER, new Deal.TierPrices(Map.of("gold", price))));
        assertInvalid(
                "offer-target-contradicts",
                () -> Offer.of("o", LINE, new Deal.BuyGet(1, 1, BigDecimal.TEN, Set.of("A"), Set.of(), 1)));
    }

    @Test
    void quantities_are_more_than_zero() {
        assertInvalid("offer-quantity-not-positive", () -> Deal.BuyGet.free(0, 1));
        assertInvalid("offer-quantity-not-positive", () -> Deal.BuyGet.free(1, 0));
        assertInvalid("offer-quantity-not-positive", () -> Deal.BuyGet.free(Long.MAX_VALUE, 1));
        assertInvalid("offer-quantity-not-positive", () -> new Deal.CheapestFree(1, BigDecimal.TEN, 1));
        assertInvalid("offer-quantity-not-positive", () -> new Deal.Part("A", null, 0));
        assertInvalid("offer-quantity-negative", () -> Offer.Condition.ALWAYS.andQuantity(-1L));
        assertInvalid("offer-quantity-negative", () -> new Deal.Step(-1L, null, TEN));
    }

    @Test
    void bundles_name_different_goods() {
        Money price = Money.of("EUR", "1.00");
        Deal.Part part = new Deal.Part("A", null, 1);
        assertInvalid("offer-bundle-empty", () -> new Deal.Bundle(price, List.of(), 1));
        assertInvalid("offer-bundle-contradicts", () -> new Deal.Bundle(price, List.of(part, part), 1));
        assertInvalid("offer-bundle-contradicts", () -> new Deal.Part("A", "wine", 1));
        assertInvalid("offer-bundle-contradicts", () -> new Deal.Part(null, null, 1));
    }

    @Test
    void steps_rise() {
        Deal.Step three = new Deal.Step(3L, null, TEN);
        Deal.Step money = new Deal.Step(null, Money.of("EUR", "5.00"), TEN);
        assertInvalid("offer-steps-empty", () -> new Deal.Steps(List.of()));
        assertInvalid("offer-steps-contradict", () -> new Deal.Steps(List.of(three, three)));
        assertInvalid("offer-steps-contradict", () -> new Deal.Steps(List.of(three, money)));
        assertInvalid("offer-steps-contradict", () -> new Deal.Steps(List.of(money, three)));
        assertInvalid(
                "offer-steps-contradict",
                () -> new Deal.Steps(List.of(money, new Deal.Step(null, Money.of("USD", "9.00"), TEN))));
        assertInvalid("offer-steps-contradict", () -> new Deal.Step(1L, Money.of("EUR", "5.00"), TEN));
        assertInvalid("offer-steps-contradict", () -> new Deal.Step(1L, null, Deal.BuyGet.free(1, 1)));
        assertInvalid("offer-rule-blank", () -> new Deal.ByRule(" ", Map.of()));
        assertInvalid("offer-steps-empty", () -> new Deal.TierPrices(Map.of()));
    }

    @Test
    void time_windows_end_after_they_start() {
        LocalDateTime day = LocalDateTime.parse("2026-01-01T00:00");
        assertInvalid("offer-window-empty", () -> TimeWindow.between(ZoneOffset.UTC, day, day));
        assertInvalid(
                "offer-window-empty",
                () -> new TimeWindow(ZoneOffset.UTC, null, null, Set.of(), LocalTime.NOON, LocalTime.NOON));
        assertInvalid(
                "offer-window-contradicts",
                () -> new TimeWindow(ZoneOffset.UTC, null, null, Set.of(), LocalTime.NOON, null));
    }

    private static Object percent(String percent) {
        return new Offer.Percent(new BigDecimal(percent));
    }

    private static void assertInvalid(String code, java.util.function.Supplier<Object> offer) {
        assertThatThrownBy(offer::get).isInstanceOfSatisfying(InvalidOfferException.class, invalid -> assertThat(
                        invalid.problem().code())
                .isEqualTo(code));
    }
}
