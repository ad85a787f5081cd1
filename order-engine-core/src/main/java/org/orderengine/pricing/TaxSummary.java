package org.orderengine.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.model.Books;
import org.orderengine.model.Charge;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.TaxShare;

/**
 * The taxes of what an order stands for now, by category and rate, as an invoice states them.
 *
 * @param entries one for each tax and rate, in the order in which they first appear
 */
public record TaxSummary(List<Entry> entries) {

    /**
     * The tax of one rate.
     *
     * @param category the tax category, or the tax's own name where a category bears several
     * @param rate the rate as a fraction: 0.20 is twenty percent
     * @param taxable what the tax is on: the amount after discounts, without any tax
     * @param tax the tax; it is the sum of the lines' taxes, not a product of {@code taxable} and {@code rate}
     */
    public record Entry(String category, BigDecimal rate, Money taxable, Money tax) {

        private Entry plus(Entry other) {
            return new Entry(category, rate, taxable.plus(other.taxable), tax.plus(other.tax));
        }
    }

    private record Key(String category, BigDecimal rate) {}

    public TaxSummary {
        entries = List.copyOf(entries);
    }

    /** The taxes of these books, those of the delivery and the charges included. */
    public static TaxSummary of(Books books) {
        Map<Key, Entry> entries = new LinkedHashMap<>();
        for (Line line : books.lines()) {
            Money amount = line.subtotal().minus(line.discount());
            Money taxable = books.pricesIncludeTax() ? amount.minus(line.tax()) : amount;
            for (TaxShare share : line.taxes()) {
                add(entries, share, taxable, share.amount());
            }
        }
        Money shipping = books.shipping().price().minus(books.shipping().discount());
        Money taxable =
                books.pricesIncludeTax() ? shipping.minus(books.shipping().tax()) : shipping;
        for (TaxShare share : books.shipping().taxes()) {
            add(entries, share, taxable, share.amount());
        }
        for (Charge charge : books.chargesLeft()) {
            Money net = charge.price().minus(charge.discount());
            for (TaxShare share : charge.taxes()) {
                add(entries, share, books.pricesIncludeTax() ? net.minus(charge.tax()) : net, share.amount());
            }
        }
        return new TaxSummary(new ArrayList<>(entries.values()));
    }

    private static void add(Map<Key, Entry> entries, TaxShare share, Money taxable, Money tax) {
        entries.merge(
                new Key(share.category(), share.rate().stripTrailingZeros()),
                new Entry(share.category(), share.rate(), taxable, tax),
                Entry::plus);
    }
}
