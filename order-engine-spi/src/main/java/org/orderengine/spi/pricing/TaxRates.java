package org.orderengine.spi.pricing;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The taxes that an order's tax categories bear.
 *
 * <p>For example {@code TaxRates.of(Map.of("standard", new BigDecimal("0.20")))}. What belongs to a category that is not in
 * the map is untaxed; a rate of zero is a tax of nothing, and appears in the books.
 *
 * @param byCategory every tax of each category, in the order in which they are to be listed
 * @param isExempt whether this buyer pays none of them: where prices include tax, it is taken off them
 */
public record TaxRates(Map<String, List<TaxRate>> byCategory, boolean isExempt) {

    /** Nothing is taxed. */
    public static final TaxRates NONE = new TaxRates(Map.of());

    public TaxRates {
        Map<String, List<TaxRate>> copy = new HashMap<>();
        byCategory.forEach((category, rates) -> copy.put(category, List.copyOf(rates)));
        byCategory = Map.copyOf(copy);
    }

    /** Taxes that the buyer pays. */
    public TaxRates(Map<String, List<TaxRate>> byCategory) {
        this(byCategory, false);
    }

    /** One rate for each category, as a fraction: 0.20 is twenty percent. */
    public static TaxRates of(Map<String, BigDecimal> rates) {
        Map<String, List<TaxRate>> byCategory = new HashMap<>();
        rates.forEach((category, rate) -> byCategory.put(category, List.of(TaxRate.of(rate))));
        return new TaxRates(byCategory);
    }

    /** The same taxes for a buyer who is exempt from them. */
    public TaxRates exempt() {
        return new TaxRates(byCategory, true);
    }

    /** The taxes of that category; empty where it is untaxed. */
    public List<TaxRate> of(String category) {
        return byCategory.getOrDefault(category, List.of());
    }
}
