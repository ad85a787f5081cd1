package org.orderengine.benchmarks;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;
import org.orderengine.model.Offer.Target;
import org.orderengine.model.Origin;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.pricing.Pricing;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.pricing.quote.PriceCalculator;
import org.orderengine.pricing.quote.PricingFacts;
import org.orderengine.pricing.quote.QuoteRequest;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.spi.benefit.Member;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.pricing.TaxRates;

/**
 * How long one quote takes on one thread, for carts of several sizes and numbers of offers. The offers are of every target
 * and kind of reduction, half of them on the whole order, and all of them apply.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PricingBenchmark {

    private static final Currency EUR = Currency.getInstance("EUR");

    /** Lines of the cart. */
    @Param({"1", "10", "100"})
    public int lines;

    /** Offers that apply. */
    @Param({"0", "4", "20"})
    public int offers;

    private PriceCalculator prices;
    private QuoteRequest request;
    private PricingFacts facts;

    /** Fills the cart. */
    @Setup
    public void fill() {
        Map<String, Product> products = new HashMap<>();
        List<QuoteLine> asked = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            String sku = "SKU-" + i;
            String category = i % 2 == 0 ? "red" : "blue";
            Money price = Money.ofMinor(EUR, 10_000L + i * 137L);
            products.put(sku, new Product(sku, price, null, "standard", category, null, Map.of()));
            asked.add(new QuoteLine(String.valueOf(i + 1), sku, 1 + i % 5, null));
        }
        List<Offer> running = new ArrayList<>();
        for (int i = 0; i < offers; i++) {
            running.add(offer(i));
        }
        prices = new PriceCalculator(new Pricing(PricingPolicy.DEFAULT.withShippingTaxCategory("standard")));
        request =
                new QuoteRequest(Origin.UNKNOWN, asked, List.of(), 0, "parcel", Money.ofMinor(EUR, 990), Instant.EPOCH);
        facts = new PricingFacts(
                products, TaxRates.of(Map.of("standard", new BigDecimal("0.20"))), running, Member.NOBODY);
    }

    private static Offer offer(int number) {
        String id = "offer-" + number;
        return switch (number % 4) {
            case 0 -> Offer.of(id, Target.ORDER, new Offer.Percent(BigDecimal.valueOf(3)));
            case 1 ->
                Offer.of(id, Target.LINE, new Offer.Percent(BigDecimal.valueOf(2)))
                        .withCondition(Condition.ofCategories("red"));
            case 2 ->
                Offer.of(id, Target.ORDER, new Offer.Amount(Money.ofMinor(EUR, 199)))
                        .withCondition(Condition.ALWAYS.andSubtotal(Money.ofMinor(EUR, 1000)));
            default -> Offer.of(id, Target.SHIPPING, new Offer.Amount(Money.ofMinor(EUR, 50)));
        };
    }

    /** One quote, explanation included. */
    @Benchmark
    public QuoteResult quote() {
        return prices.quote(request, facts);
    }
}
