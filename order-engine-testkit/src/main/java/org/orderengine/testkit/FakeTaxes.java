package org.orderengine.testkit;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.orderengine.model.Origin;
import org.orderengine.spi.pricing.TaxRate;
import org.orderengine.spi.pricing.TaxRates;
import org.orderengine.spi.pricing.TaxService;

/** Tax rates that a test sets; what has none is untaxed. For any number of threads. */
public final class FakeTaxes implements TaxService {

    private final Map<String, List<TaxRate>> rates = new ConcurrentHashMap<>();

    /** Sets the only rate of a tax category as a fraction: {@code rate("standard", "0.20")} is twenty percent. */
    public FakeTaxes rate(String taxCategory, String rate) {
        return rates(taxCategory, TaxRate.of(new BigDecimal(rate)));
    }

    /** Sets all rates of a tax category. */
    public FakeTaxes rates(String taxCategory, TaxRate... all) {
        rates.put(taxCategory, List.of(all));
        return this;
    }

    @Override
    public TaxRates rates(Collection<String> categories, Origin origin) {
        Map<String, List<TaxRate>> found = new HashMap<>();
        for (String category : categories) {
            List<TaxRate> known = rates.get(category);
            if (known != null) {
                found.put(category, known);
            }
        }
        return new TaxRates(found);
    }
}
