package org.orderengine.pricing.quote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Destination;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Origin;
import org.orderengine.model.ReversalBasis;
import org.orderengine.pricing.PricingRules;
import org.orderengine.spi.benefit.Member;
import org.orderengine.spi.pricing.TaxRate;
import org.orderengine.spi.pricing.TaxRates;

/**
 * Prices measured goods by what they really weigh: unit price × weight, each discount by its part of what was agreed, and taxes by the
 * rates of then. No offer is asked. What the order would then cost beyond what is covered is a discount.
 */
final class Weighing {

    private final PriceCalculator prices;
    private final Books books;
    private final Map<String, Long> weights;

    /**
     * A weighing of an order's lines.
     *
     * @param weights the steps of each line that is weighed, by line
     */
    Weighing(PriceCalculator prices, Books books, Map<String, Long> weights) {
        this.prices = prices;
        this.books = books;
        this.weights = weights;
    }

    /**
     * The books after it. An order whose cost is covered costs no more than that; another one no more than it did as it was agreed, if that
     * is more.
     *
     * @param covered the money that was promised, or taken and kept
     */
    Books weighed(Money covered) {
        List<Line> lines = new ArrayList<>();
        List<Line> agreed = new ArrayList<>();
        for (Line line : books.lines()) {
            lines.add(isWeighed(line) ? weighed(line, 0) : line);
            agreed.add(isWeighed(line) ? asAgreed(line) : line);
        }
        boolean isCovered = covered.compareTo(books.totals().total()) >= 0;
        Money most = isCovered
                ? covered
                : covered.max(books.withLines(agreed).totals().total());
        lower(lines, most, true);
        lower(lines, most, false);
        return books.withLines(lines);
    }

    /** Lowers lines until the order costs no more than it may: those that are weighed now, or those that were before. */
    private void lower(List<Line> lines, Money most, boolean now) {
        for (int i = lines.size() - 1; i >= 0 && cost(lines).compareTo(most) > 0; i--) {
            Line line = lines.get(i);
            if (isWeighed(line) && weights.containsKey(line.id()) == now) {
                lines.set(i, lowered(lines, i, most));
            }
        }
    }

    /** Lines of which something left keep what they cost. */
    private boolean isWeighed(Line line) {
        return weights.containsKey(line.id())
                || (line.beforeWeighing() != null
                        && line.units().shipped() == 0
                        && line.basis().remainingUnits() > 0);
    }

    private Money cost(List<Line> lines) {
        return books.withLines(lines).totals().total();
    }

    /** A line with the least discount by which the order costs no more than it may, or with all that there is room for. */
    private Line lowered(List<Line> lines, int at, Money most) {
        Line full = lines.get(at);
        List<Line> tried = new ArrayList<>(lines);
        long least = 0;
        long enough = full.subtotal().minus(full.discount()).minorUnits();
        while (least < enough) {
            long half = least + (enough - least) / 2;
            tried.set(at, weighed(books.lines().get(at), half));
            if (cost(tried).compareTo(most) > 0) {
                least = half + 1;
            } else {
                enough = half;
            }
        }
        return weighed(books.lines().get(at), enough);
    }

    private Line asAgreed(Line line) {
        ReversalBasis agreed = line.agreed();
        return line.weighed(
                line.units().weighed(agreed.remainingUnits(), agreed.remainingUnits()),
                agreed.part(agreed.gone(), agreed.remainingUnits()));
    }

    private Line weighed(Line line, long over) {
        ReversalBasis agreed = line.agreed();
        long weight = weights.getOrDefault(line.id(), line.basis().remainingUnits());
        Fraction part = new Fraction(weight, agreed.remainingUnits());
        SheetRow row = new SheetRow(
                books.currency(),
                line.id(),
                line.item(),
                weight,
                line.item().unitPrice(),
                line.item().priceSource(),
                0,
                Map.of());
        row.taxedBy(agreed.taxes().stream()
                .map(tax -> new TaxRate(tax.category().equals(row.taxCategory) ? null : tax.category(), tax.rate()))
                .toList());
        PricingWorksheet sheet = sheet(row);
        sheet.price(row, line.item().unitPrice(), line.item().priceSource());
        for (Adjustment discount : agreed.discounts()) {
            long whole = agreed.remaining(discount.amount()).minorUnits();
            long scaled = part.of(whole);
            // Points that were not spent pay for nothing.
            long amount = discount.source().equals(Adjustment.POINTS) ? Math.min(scaled, whole) : scaled;
            sheet.lower(row, discount.source(), Math.min(amount, row.left()));
        }
        sheet.lower(row, Adjustment.WEIGHED_OVER, Math.min(over, row.left()));
        row.spend(Math.min(part.of(agreed.remainingPoints()), agreed.remainingPoints()));
        prices.steps().price(sheet, PricingRules.TAX);
        return line.weighed(line.units().weighed(weight, agreed.remainingUnits()), row.basis());
    }

    private PricingWorksheet sheet(SheetRow row) {
        SheetTerms none = new SheetTerms(Origin.UNKNOWN, Destination.UNKNOWN, Set.of(), 0, null, null, Instant.EPOCH);
        PricingFacts nothing = new PricingFacts(Map.of(), TaxRates.NONE, List.of(), Member.NOBODY);
        return prices.sheet(none, nothing, books.currency(), List.of(row), OfferPlan.ofToday(List.of()));
    }
}
