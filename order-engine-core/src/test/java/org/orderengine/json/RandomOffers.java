package org.orderengine.json;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.orderengine.model.Deal;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;
import org.orderengine.model.Offer.Except;
import org.orderengine.model.Offer.Reduction;
import org.orderengine.model.Offer.Target;
import org.orderengine.model.TimeWindow;

/** Makes offers that an order could keep. */
class RandomOffers extends RandomFlows {

    RandomOffers(long seed) {
        super(seed);
    }

    List<Offer> offers() {
        return distinct(0, 3, this::offer, Offer::id);
    }

    private Offer offer() {
        Reduction reduction = reduction();
        Target on = reduction instanceof Deal.TierPrices
                ? Target.LINE
                : reduction instanceof Deal ? Target.ORDER : oneOf(List.of(Target.values()));
        return new Offer(
                id(),
                orNull(this::id),
                on,
                reduction,
                orNull(this::amount),
                when(),
                orNull(() -> 1 + count()),
                orNull(() -> 200 + count()),
                orNull(this::text));
    }

    private Reduction reduction() {
        Deal.Step step = isOneIn(2)
                ? new Deal.Step(count(), null, new Offer.Percent(percent()))
                : new Deal.Step(null, amount(), new Offer.Amount(amount()));
        return oneOf(List.of(
                new Offer.Percent(percent()),
                new Offer.Amount(amount()),
                new Offer.FixedPrice(amount()),
                new Deal.BuyGet(1 + count(), 1 + count(), percent(), texts(), texts(), 1 + count()),
                new Deal.CheapestFree(2 + count(), percent(), Deal.UNBOUNDED),
                new Deal.Bundle(amount(), List.of(new Deal.Part(id(), null, 1 + count())), 1 + count()),
                new Deal.Steps(List.of(step)),
                new Deal.ByRule(id(), named(2, this::text))));
    }

    private Condition when() {
        TimeWindow window = new TimeWindow(
                ZoneId.of("Europe/Paris"),
                orNull(() -> LocalDateTime.of(2026, 1, 1, smallNumber() % 24, 0)),
                null,
                isOneIn(2) ? Set.of() : Set.of(DayOfWeek.FRIDAY),
                null,
                null);
        return new Condition(
                texts(),
                texts(),
                orNull(this::amount),
                orNull(this::count),
                texts(),
                orNull(() -> window),
                new Except(texts(), texts()));
    }

    private Set<String> texts() {
        return Set.copyOf(some(2, this::text));
    }

    private BigDecimal percent() {
        return oneOf(List.of(new BigDecimal("15"), new BigDecimal("0.50"), BigDecimal.ZERO, new BigDecimal("1E+2")));
    }
}
