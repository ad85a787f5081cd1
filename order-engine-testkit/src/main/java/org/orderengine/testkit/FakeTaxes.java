package org.orderengine.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Destination;
import org.orderengine.model.Origin;
import org.orderengine.spi.pricing.TaxRate;
import org.orderengine.spi.pricing.TaxRates;
import org.orderengine.spi.pricing.TaxService;

/** Tax rates that a test sets; what has none is untaxed. For any number of threads. */
public final class FakeTaxes implements TaxService {

    private final Map<String, List<TaxRate>> rates = new ConcurrentHashMap<>();
    private final Map<String, List<Local>> local = new ConcurrentHashMap<>();
    private volatile @Nullable String home;

    /** Sets the only rate of a tax category as a fraction: {@code rate("standard", "0.20")} is twenty percent. */
    public FakeTaxes rate(String taxCategory, String rate) {
        return rates(taxCategory, TaxRate.of(new BigDecimal(rate)));
    }

    /** Sets all rates of a tax category. */
    public FakeTaxes rates(String taxCategory, TaxRate... all) {
        rates.put(taxCategory, List.of(all));
        return this;
    }

    /**
     * Sets a rate of a tax category for what goes to a country, or to a region of it. Of the rates of one name the most specific one
     * that fits counts; several names count together; a rate without name and place counts where no other fits.
     */
    public FakeTaxes rateIn(String country, @Nullable String region, String taxCategory, TaxRate rate) {
        return rateAt(new Place(country, region), taxCategory, rate);
    }

    /** Takes the taxes off buyers with a tax number whose goods go to another country than this: reverse charge. */
    public FakeTaxes reverseChargeOutside(String country) {
        home = country;
        return this;
    }

    private FakeTaxes rateAt(Place place, String taxCategory, TaxRate rate) {
        local.computeIfAbsent(taxCategory, category -> new CopyOnWriteArrayList<>())
                .add(new Local(place, rate));
        return this;
    }

    @Override
    public TaxRates rates(Collection<String> categories, Origin origin, Destination to, Instant deadline) {
        Map<String, List<TaxRate>> found = new HashMap<>();
        for (String category : categories) {
            List<TaxRate> known = at(category, to);
            if (!known.isEmpty()) {
                found.put(category, known);
            }
        }
        boolean isReversed =
                home != null && to.taxNumber() != null && to.country() != null && !home.equals(to.country());
        return new TaxRates(found, isReversed);
    }

    private List<TaxRate> at(String category, Destination to) {
        Map<String, Local> byName = new LinkedHashMap<>();
        for (Local each : local.getOrDefault(category, List.of())) {
            if (each.place.fits(to)) {
                String name = each.rate.name() == null ? "" : each.rate.name();
                byName.merge(name, each, (one, other) -> other.place.detail() > one.place.detail() ? other : one);
            }
        }
        if (byName.size() > 1) {
            byName.remove("");
        }
        return byName.isEmpty()
                ? rates.getOrDefault(category, List.of())
                : byName.values().stream().map(Local::rate).toList();
    }

    private record Place(String country, @Nullable String region) {
        boolean fits(Destination to) {
            return country.equals(to.country()) && (region == null || region.equals(to.region()));
        }

        int detail() {
            return region == null ? 1 : 2;
        }
    }

    private record Local(Place place, TaxRate rate) {}

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
