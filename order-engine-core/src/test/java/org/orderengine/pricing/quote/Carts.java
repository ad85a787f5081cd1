package org.orderengine.pricing.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import org.orderengine.model.Deal;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;
import org.orderengine.model.Offer.Target;
import org.orderengine.policy.Allocation;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.TaxRounding;
import org.orderengine.pricing.quote.GeneratedCart.GeneratedLine;

/**
 * Carts of one to fifty lines and up to eight offers, in currencies of no, two and three digits, tax on top or inside.
 * Small prices stand often, since that is where roundings meet.
 */
final class Carts extends DomainContextBase {

    @Provide
    Arbitrary<GeneratedCart> carts() {
        return Arbitraries.of("JPY", "EUR", "KWD").map(Currency::getInstance).flatMap(currency -> Combinators.combine(
                        policies(), lines(), offers(currency), points(), prices())
                .as((policy, lines, offers, points, shipping) ->
                        new GeneratedCart(currency, policy, lines, offers, points, shipping)));
    }

    private static Arbitrary<PricingPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.of(false, true),
                        Arbitraries.of(TaxRounding.class),
                        Arbitraries.of(Allocation.class))
                .as((inclusive, rounding, allocation) -> PricingPolicy.DEFAULT
                        .withPricesIncludeTax(inclusive)
                        .withTaxRounding(rounding)
                        .withAllocation(allocation));
    }

    private static Arbitrary<List<GeneratedLine>> lines() {
        Arbitrary<Long> quantities = Arbitraries.longs().between(1, 12);
        Arbitrary<String> taxes = Arbitraries.of("none", "zero", "reduced", "standard", "twofold");
        Arbitrary<Long> minimums = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0L)),
                Tuple.of(1, Arbitraries.longs().between(0, 3000)));
        Arbitrary<GeneratedLine> counted = Combinators.combine(
                        prices(), quantities, taxes, Arbitraries.of("red", "blue"), minimums)
                .as((price, quantity, tax, category, minimum) ->
                        new GeneratedLine(price, quantity, tax, category, minimum, null));
        Arbitrary<GeneratedLine> measured = Combinators.combine(
                        prices(),
                        Arbitraries.longs().between(1, 3000),
                        taxes,
                        Arbitraries.of("red", "blue"),
                        minimums,
                        Arbitraries.of(new Measure("kg", 3), new Measure("l", 1), new Measure("m", 0)))
                .as(GeneratedLine::new);
        return Arbitraries.frequencyOf(Tuple.of(6, counted), Tuple.of(1, measured))
                .list()
                .ofMinSize(1)
                .ofMaxSize(50);
    }

    private static Arbitrary<Long> prices() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 20),
                Arbitraries.longs().between(0, 10_000),
                Arbitraries.longs().between(0, 100_000_000));
    }

    private static Arbitrary<Long> points() {
        return Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(0, 5000));
    }

    private static Arbitrary<List<Offer>> offers(Currency currency) {
        return offer(currency).list().ofMaxSize(8).map(Carts::numbered);
    }

    private static Arbitrary<Offer> offer(Currency currency) {
        Arbitrary<Target> targets = Arbitraries.of(Target.ORDER, Target.ORDER, Target.LINE, Target.SHIPPING);
        return targets.flatMap(target -> Combinators.combine(
                        reductions(currency, target),
                        amounts(currency).injectNull(0.8),
                        conditions(currency),
                        Arbitraries.of("one", "two").injectNull(0.7))
                .as((reduction, cap, condition, group) -> Offer.of("o", target, reduction)
                        .withCap(cap)
                        .withCondition(condition)
                        .withExclusive(group)));
    }

    private static Arbitrary<Offer.Reduction> reductions(Currency currency, Target target) {
        Arbitrary<Offer.Reduction> percents = percents().map(Offer.Percent::new);
        Arbitrary<Offer.Reduction> off = amounts(currency).map(Offer.Amount::new);
        Arbitrary<Offer.Reduction> prices = amounts(currency).map(Offer.FixedPrice::new);
        if (target == Target.SHIPPING) {
            return Arbitraries.oneOf(percents, off, prices);
        }
        Arbitrary<Offer.Reduction> buyGet = Combinators.combine(units(), units(), percents())
                .as((buy, get, percent) -> new Deal.BuyGet(buy, get, percent, Set.of(), Set.of(), Deal.UNBOUNDED));
        Arbitrary<Offer.Reduction> cheapest = Combinators.combine(units(), percents(), units())
                .as((of, percent, times) -> new Deal.CheapestFree(of + 1, percent, times));
        Arbitrary<Offer.Reduction> steps = Combinators.combine(units(), percents(), units(), amounts(currency))
                .as((first, percent, more, amount) -> new Deal.Steps(List.of(
                        new Deal.Step(first, null, new Offer.Percent(percent)),
                        new Deal.Step(first + more, null, new Offer.Amount(amount)))));
        Arbitrary<Offer.Reduction> special = target == Target.LINE
                ? amounts(currency).map(price -> new Deal.TierPrices(Map.of(GeneratedCart.TIER, price)))
                : Combinators.combine(amounts(currency), units(), units())
                        .as((price, red, blue) -> new Deal.Bundle(
                                price,
                                List.of(new Deal.Part(null, "red", red), new Deal.Part(null, "blue", blue)),
                                Deal.UNBOUNDED));
        return Arbitraries.oneOf(percents, percents, off, off, prices, buyGet, cheapest, steps, special);
    }

    private static Arbitrary<Condition> conditions(Currency currency) {
        return Combinators.combine(
                        Arbitraries.of(Set.<String>of(), Set.<String>of(), Set.of("red"), Set.of("blue")),
                        amounts(currency).injectNull(0.7),
                        units().injectNull(0.8))
                .as((categories, subtotal, quantity) ->
                        new Condition(Set.of(), categories, subtotal, quantity, Set.of()));
    }

    private static Arbitrary<Long> units() {
        return Arbitraries.longs().between(1, 8);
    }

    private static Arbitrary<BigDecimal> percents() {
        return Arbitraries.oneOf(
                Arbitraries.of("0", "5", "10", "50", "100").map(BigDecimal::new),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                        .ofScale(3));
    }

    private static Arbitrary<Money> amounts(Currency currency) {
        return prices().map(amount -> Money.ofMinor(currency, amount));
    }

    private static List<Offer> numbered(List<Offer> offers) {
        List<Offer> numbered = new ArrayList<>();
        for (Offer offer : offers) {
            numbered.add(Offer.of("o" + (numbered.size() + 1), offer.on(), offer.reduction())
                    .withCap(offer.cap())
                    .withCondition(offer.when())
                    .withExclusive(offer.exclusive()));
        }
        return numbered;
    }
}
