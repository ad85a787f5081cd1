package org.orderengine.json;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;
import org.orderengine.model.Offer.Except;
import org.orderengine.model.Offer.Target;
import org.orderengine.model.TimeWindow;

/** Offers that orders keep: each kind, and every term. */
final class GoldenOffers {

    private GoldenOffers() {}

    static List<Offer> all() {
        BigDecimal half = new BigDecimal("50.00");
        return List.of(
                new Offer(
                        "sale",
                        "HELLO",
                        Target.LINE,
                        new Offer.Percent(new BigDecimal("20")),
                        eur(7000),
                        new Condition(
                                Set.of("LAMP", "BULB"),
                                Set.of("light"),
                                eur(10000),
                                3L,
                                Set.of("gold"),
                                new TimeWindow(
                                        ZoneId.of("Europe/Paris"),
                                        LocalDateTime.parse("2026-01-01T00:00:00"),
                                        LocalDateTime.parse("2026-01-02T00:00:00"),
                                        Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
                                        LocalTime.parse("17:00"),
                                        LocalTime.parse("19:00")),
                                new Except(Set.of("TIP"), Set.of("gift-card"))),
                        1L,
                        100L,
                        "one-of"),
                Offer.of("amount", Target.ORDER, new Offer.Amount(eur(500))),
                Offer.of("nothing", Target.ORDER, new Offer.Amount(eur(0))),
                Offer.of("free", Target.SHIPPING, new Offer.FixedPrice(eur(0))),
                Offer.of(
                        "buy-get",
                        Target.ORDER,
                        new Deal.BuyGet(2, 1, half, Set.of("BULB"), Set.of("light"), Deal.UNBOUNDED)),
                Offer.of("cheapest", Target.LINE, new Deal.CheapestFree(3, half, 2)),
                Offer.of(
                        "set",
                        Target.ORDER,
                        new Deal.Bundle(
                                eur(2500),
                                List.of(new Deal.Part("LAMP", null, 1), new Deal.Part(null, "light", 2)),
                                1)),
                Offer.of(
                        "steps",
                        Target.ORDER,
                        new Deal.Steps(List.of(
                                new Deal.Step(0L, null, new Offer.Percent(BigDecimal.ONE)),
                                new Deal.Step(5L, null, new Offer.FixedPrice(eur(999)))))),
                Offer.of(
                        "spend-more",
                        Target.ORDER,
                        new Deal.Steps(List.of(new Deal.Step(null, eur(10000), new Offer.Amount(eur(1000)))))),
                Offer.of("members", Target.LINE, new Deal.TierPrices(Map.of("gold", eur(800), "none", eur(0)))),
                Offer.of("own", Target.LINE, new Deal.ByRule("weekday", Map.of("day", "friday"))),
                Offer.of("own-bare", Target.LINE, new Deal.ByRule("weekday", Map.of())));
    }

    private static Money eur(long cents) {
        return Money.ofMinor(Currency.getInstance("EUR"), cents);
    }
}
