package org.orderengine.pricing.quote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Adjustment;
import org.orderengine.model.TaxShare;
import org.orderengine.policy.TaxRounding;
import org.orderengine.spi.pricing.TaxRate;

/** Taxes what discounts left of every line, of the delivery and of the charges. */
final class Taxes {

    private final PricingWorksheet sheet;
    private final boolean inclusive;
    private final boolean perOrder;
    /** The taxes that are rounded once over the order; each with what it is on. */
    private final List<Pool> pools = new ArrayList<>(2);

    private @Nullable Bearing last;

    private Taxes(PricingWorksheet sheet) {
        this.sheet = sheet;
        this.inclusive = sheet.policy.pricesIncludeTax();
        this.perOrder = sheet.policy.taxRounding() == TaxRounding.ORDER;
    }

    static void apply(PricingWorksheet sheet) {
        Taxes taxes = new Taxes(sheet);
        for (SheetRow row : sheet.rows) {
            taxes.tax(row);
        }
        if (sheet.shipping.fullPrice() > 0) {
            taxes.tax(sheet.shipping);
        }
        for (SheetRow charge : sheet.chargeRows()) {
            if (charge.fullPrice() > 0) {
                taxes.tax(charge);
            }
        }
        for (Pool pool : taxes.pools) {
            taxes.settle(pool);
        }
    }

    private void tax(SheetRow row) {
        String category = row.taxCategory;
        if (category == null) {
            return;
        }
        List<TaxRate> frozen = row.frozenRates();
        Bearing bearing = frozen == null ? bearing(sheet.facts.taxes().of(category)) : new Bearing(frozen, inclusive);
        if (bearing.rates.isEmpty()) {
            return;
        }
        if (row.isExempt() || (frozen == null && sheet.facts.taxes().isExempt())) {
            exempt(bearing, row);
        } else if (perOrder) {
            for (int i = 0; i < bearing.rates.size(); i++) {
                pool(bearing, i).add(row, category);
            }
        } else if (inclusive && bearing.rates.size() > 1) {
            splitInside(bearing, row, category);
        } else {
            for (int i = 0; i < bearing.rates.size(); i++) {
                long amount = bearing.fractions[i].of(row.left());
                sheet.tax(row, share(bearing.rates.get(i), category, amount));
            }
        }
    }

    /** An exempt buyer does not pay the tax that the price includes. */
    private void exempt(Bearing bearing, SheetRow row) {
        if (inclusive) {
            sheet.lower(row, Adjustment.TAX_EXEMPTION, bearing.whole.of(row.left()));
        }
    }

    /** Takes several taxes out of a price: all together rounded half up, then split by the rates. */
    private void splitInside(Bearing bearing, SheetRow row, String category) {
        long[] weights = new long[bearing.fractions.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = bearing.fractions[i].numerator();
        }
        long[] shares = Spread.proportional(bearing.whole.of(row.left()), weights);
        for (int i = 0; i < weights.length; i++) {
            sheet.tax(row, share(bearing.rates.get(i), category, shares[i]));
        }
    }

    private void settle(Pool pool) {
        long base = 0;
        long[] weights = new long[pool.rows.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = pool.rows.get(i).left();
            base = Math.addExact(base, weights[i]);
        }
        long[] shares = Spread.proportional(pool.fraction.of(base), weights);
        for (int i = 0; i < weights.length; i++) {
            sheet.tax(pool.rows.get(i), share(pool.rate, pool.categories.get(i), shares[i]));
        }
    }

    private TaxShare share(TaxRate rate, String category, long amount) {
        String name = rate.name();
        return new TaxShare(name == null ? category : name, rate.rate(), sheet.money(amount));
    }

    /** What a category bears; mostly that of the line before. */
    private Bearing bearing(List<TaxRate> rates) {
        Bearing known = last;
        if (known == null || known.rates != rates) {
            known = new Bearing(rates, inclusive);
            last = known;
        }
        return known;
    }

    private Pool pool(Bearing bearing, int index) {
        TaxRate rate = bearing.rates.get(index);
        Fraction fraction = bearing.fractions[index];
        for (Pool pool : pools) {
            if (pool.fits(rate, fraction)) {
                return pool;
            }
        }
        Pool pool = new Pool(rate, fraction);
        pools.add(pool);
        return pool;
    }

    /** The taxes of a category, and which part of an amount each of them is. */
    private static final class Bearing {
        final List<TaxRate> rates;
        /** All with one denominator where prices include tax. */
        final Fraction[] fractions;

        final Fraction whole;

        Bearing(List<TaxRate> rates, boolean inclusive) {
            this.rates = rates;
            this.fractions = new Fraction[rates.size()];
            Fraction all = new Fraction(0, 1);
            for (int i = 0; i < fractions.length; i++) {
                fractions[i] = Fraction.of(rates.get(i).rate());
                all = all.plus(fractions[i]);
            }
            for (int i = 0; inclusive && i < fractions.length; i++) {
                fractions[i] = fractions[i].insideOf(all);
            }
            this.whole = inclusive ? all.insideOf(all) : all;
        }
    }

    /** All rows that bear one tax. */
    private static final class Pool {
        final TaxRate rate;
        final Fraction fraction;
        final List<SheetRow> rows = new ArrayList<>();
        final List<String> categories = new ArrayList<>();

        Pool(TaxRate rate, Fraction fraction) {
            this.rate = rate;
            this.fraction = fraction;
        }

        boolean fits(TaxRate other, Fraction part) {
            String name = rate.name();
            return rate.rate().compareTo(other.rate()) == 0
                    && (name == null ? other.name() == null : name.equals(other.name()))
                    && part.isSame(fraction);
        }

        void add(SheetRow row, String category) {
            rows.add(row);
            categories.add(category);
        }
    }
}
