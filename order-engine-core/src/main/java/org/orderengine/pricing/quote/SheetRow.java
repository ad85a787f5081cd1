package org.orderengine.pricing.quote;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Adjustment;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Item;
import org.orderengine.model.Line;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.TaxShare;
import org.orderengine.model.Units;
import org.orderengine.spi.pricing.PricingContext.ChargeRow;
import org.orderengine.spi.pricing.PricingContext.LineRow;
import org.orderengine.spi.pricing.TaxRate;

/** A line, the delivery or a charge while it is being priced; plain numbers are minor units. */
final class SheetRow implements LineRow, ChargeRow {

    /** Steps of the finest measure. */
    static final long BILLION = 1_000_000_000;

    private final Currency currency;
    /** The line's id; null for the delivery and for charges. */
    final @Nullable String line;
    /** What is sold; its price counts for nothing here. */
    private final Item item;

    final @Nullable String taxCategory;
    final long quantity;
    private final @Nullable Money agreedPrice;
    private final String agreedSource;
    /** What discounts leave of the price at least. */
    final long floor;

    private final Map<String, String> lineAttributes;
    /** What is charged, where it is a charge. */
    private @Nullable ChargeTerms charge;

    /** Of the units, those that were not there before; all of a new line. */
    private long added;
    /** Discounts of the units that stay, which no rule gives anew. */
    private List<Adjustment> staying = List.of();

    private @Nullable List<TaxRate> frozenRates;
    private boolean isExempt;
    private @Nullable Money unitPrice;
    private String priceSource = "";
    private long fullPrice;
    private long left;
    private long taxed;
    private long points;
    private List<Adjustment> discounts = List.of();
    private List<TaxShare> taxes = List.of();

    SheetRow(
            Currency currency,
            @Nullable String line,
            Item item,
            long quantity,
            @Nullable Money agreedPrice,
            String agreedSource,
            long floor,
            Map<String, String> lineAttributes) {
        this.currency = currency;
        this.line = line;
        this.item = item;
        this.taxCategory = item.taxCategory();
        this.quantity = quantity;
        this.added = quantity;
        this.agreedPrice = agreedPrice;
        this.agreedSource = agreedSource;
        this.floor = floor;
        this.lineAttributes = lineAttributes;
    }

    @Override
    public String id() {
        return charge != null ? charge.charge() : line == null ? "shipping" : line;
    }

    @Override
    public String sku() {
        return item.sku();
    }

    @Override
    public long quantity() {
        return quantity;
    }

    @Override
    public Optional<Measure> measure() {
        return Optional.ofNullable(item.measure());
    }

    boolean isMeasured() {
        return item.measure() != null;
    }

    /** The whole units of it, rounded down. */
    long wholeUnits() {
        Measure measure = item.measure();
        return measure == null ? quantity : quantity / measure.stepsPerUnit();
    }

    /** What it has beside whole units, in billionths of one. */
    long billionths() {
        Measure measure = item.measure();
        if (measure == null) {
            return 0;
        }
        long steps = measure.stepsPerUnit();
        return quantity % steps * (BILLION / steps);
    }

    /** The price of all of it at a price of one whole unit, rounded half up; of units that are counted their product. */
    long priceOf(long each) {
        Measure measure = item.measure();
        return measure == null
                ? Math.multiplyExact(each, quantity)
                : new Fraction(quantity, measure.stepsPerUnit()).of(each);
    }

    @Override
    public Optional<String> category() {
        return Optional.ofNullable(item.category());
    }

    @Override
    public Optional<String> taxCategory() {
        return Optional.ofNullable(taxCategory);
    }

    @Override
    public Map<String, String> attributes() {
        return item.attributes();
    }

    @Override
    public Map<String, String> lineAttributes() {
        return lineAttributes;
    }

    @Override
    public Optional<Money> agreedPrice() {
        return Optional.ofNullable(agreedPrice);
    }

    @Override
    public Money price() {
        return new Money(currency, fullPrice);
    }

    @Override
    public Money amount() {
        return new Money(currency, left);
    }

    @Override
    public Money room() {
        return new Money(currency, roomLeft());
    }

    /** The item, with the price that the catalog or the host's rule says. */
    Item item() {
        Money price = unitPrice == null ? new Money(currency, 0) : unitPrice;
        return item.unitPrice().equals(price) && item.priceSource().equals(priceSource)
                ? item
                : item.pricedAt(price, priceSource);
    }

    /** The price that the line starts with: the agreed one, otherwise the catalog's. */
    Money startPrice() {
        return agreedPrice == null ? item.unitPrice() : agreedPrice;
    }

    /** Where that price comes from. */
    String startSource() {
        return agreedPrice == null ? item.priceSource() : agreedSource;
    }

    boolean isPriced() {
        return unitPrice != null;
    }

    long fullPrice() {
        return fullPrice;
    }

    long left() {
        return left;
    }

    long taxed() {
        return taxed;
    }

    long points() {
        return points;
    }

    List<Adjustment> discounts() {
        return discounts;
    }

    List<TaxShare> taxes() {
        return taxes;
    }

    /** Whether offers may lower it, so that it counts for their conditions. */
    boolean isDiscountable() {
        return item.handling().isDiscountable();
    }

    /** Makes the row that of a charge. */
    SheetRow charging(ChargeTerms terms) {
        charge = terms;
        return this;
    }

    /** The charge that it is. */
    ChargeTerms charge() {
        if (charge == null) {
            throw new IllegalStateException(id() + " is no charge");
        }
        return charge;
    }

    /** Fixes the taxes that it bears, whatever its category bears today. */
    SheetRow taxedBy(List<TaxRate> rates) {
        frozenRates = rates;
        return this;
    }

    /** Fixes that no tax is paid on it. */
    SheetRow exempt() {
        isExempt = true;
        return this;
    }

    /** The taxes that it bears, where they are fixed. */
    @Nullable
    List<TaxRate> frozenRates() {
        return frozenRates;
    }

    boolean isExempt() {
        return isExempt;
    }

    /** How much an offer can still take off. */
    long roomLeft() {
        return Math.max(0, left - floor);
    }

    /** Sets how many of the units are added, and which discounts of the others stay as they are. */
    SheetRow growing(long addedUnits, List<Adjustment> stayingDiscounts) {
        added = addedUnits;
        staying = stayingDiscounts;
        return this;
    }

    long added() {
        return added;
    }

    List<Adjustment> staying() {
        return staying;
    }

    /** The added units as a row of their own, at their part of what is left. */
    SheetRow addedPart() {
        Fraction part = new Fraction(added, quantity);
        SheetRow row =
                new SheetRow(currency, line, item, added, agreedPrice, agreedSource, part.of(floor), lineAttributes);
        row.price(unitPrice == null ? startPrice() : unitPrice, priceSource, part.of(left));
        return row;
    }

    /** Whether the line is of one of these products or categories. */
    boolean isOneOf(Set<String> skus, Set<String> categories) {
        return skus.contains(item.sku()) || (item.category() != null && categories.contains(item.category()));
    }

    void price(Money unit, String source, long all) {
        if (!discounts.isEmpty() || !taxes.isEmpty()) {
            throw new IllegalStateException(id() + " has discounts or taxes already: its price is final");
        }
        unitPrice = unit;
        priceSource = source;
        fullPrice = all;
        left = all;
    }

    void lower(Adjustment discount) {
        if (discounts.isEmpty()) {
            discounts = new ArrayList<>(4);
        }
        discounts.add(discount);
        left -= discount.amount().minorUnits();
    }

    void tax(TaxShare share) {
        if (taxes.isEmpty()) {
            taxes = List.of(share);
        } else {
            List<TaxShare> more = new ArrayList<>(taxes);
            more.add(share);
            taxes = more;
        }
        taxed = Math.addExact(taxed, share.amount().minorUnits());
    }

    void spend(long spent) {
        points = spent;
    }

    /** The line as it was ordered. */
    Line toLine() {
        return new Line(id(), item(), Units.ordered(quantity), basis(), lineAttributes);
    }

    /** What the line's units are worth now. */
    ReversalBasis basis() {
        return new ReversalBasis(
                quantity, 0, new Money(currency, fullPrice), discounts, taxes, points, item.measure() != null);
    }
}
