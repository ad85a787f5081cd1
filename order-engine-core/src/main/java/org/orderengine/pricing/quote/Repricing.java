package org.orderengine.pricing.quote;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.Shipping;
import org.orderengine.model.UnitShares;
import org.orderengine.model.Units;
import org.orderengine.pricing.Explanation;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.pricing.PricingRules;
import org.orderengine.pricing.QuoteResult;

/** Prices books anew after a change: all of them, or what is added alone. */
final class Repricing {

    private final PriceCalculator prices;
    private final Books books;
    private final Change change;
    private final PricingFacts facts;
    private final Currency currency;

    Repricing(PriceCalculator prices, Books books, Change change, PricingFacts facts) {
        this.prices = prices;
        this.books = books;
        this.change = change;
        this.facts = facts;
        this.currency = books.currency();
        requireKnownLines();
        SheetBuilder.requireLines(
                change.added(), books.lines().stream().map(Line::id).collect(Collectors.toSet()));
    }

    /** Offers are applied anew to all that the books then stand for. */
    QuoteResult.Quoted requalify() {
        List<SheetRow> rows = new ArrayList<>();
        for (Line line : books.lines()) {
            if (quantity(line) > 0) {
                rows.add(row(line, quantity(line)));
            }
        }
        rows.addAll(SheetBuilder.rows(change.added(), facts, currency));
        Set<String> carried = new LinkedHashSet<>(SheetBuilder.coupons(change.coupons(), facts.offers()));
        for (Coupon coupon : books.coupons()) {
            if (coupon.state() != Coupon.State.RETURNED && !coupon.isOffer()) {
                carried.add(coupon.code());
            }
        }
        Money price = change.shippingPrice() == null ? books.shipping().price() : change.shippingPrice();
        PricingWorksheet sheet = prices.sheet(asked(carried, points(), pointsWorth(), price), facts, currency, rows);
        prices.steps().price(sheet);
        Explanation explanation = sheet.close();

        List<Line> lines = new ArrayList<>();
        int next = 0;
        for (Line line : books.lines()) {
            long quantity = quantity(line);
            if (quantity > 0) {
                SheetRow row = rows.get(next++);
                lines.add(line.priced(row.item(), units(line, quantity), row.basis()));
            } else {
                lines.add(line.withUnits(units(line, 0)));
            }
        }
        addNew(lines, rows.subList(next, rows.size()));
        return new QuoteResult.Quoted(
                with(lines, sheet.shipping(shippingMethod()), sheet),
                facts.member().tier(),
                explanation);
    }

    /** Every unit that stays keeps its share; what is added is priced by itself. */
    QuoteResult.Quoted keep() {
        List<SheetRow> rows = new ArrayList<>();
        for (Line line : books.lines()) {
            long more = quantity(line) - line.basis().remainingUnits();
            if (more > 0) {
                rows.add(row(line, more));
            }
        }
        rows.addAll(SheetBuilder.rows(change.added(), facts, currency));
        Set<String> codes = SheetBuilder.coupons(change.coupons(), facts.offers());
        PricingWorksheet sheet = prices.sheet(asked(codes, 0, null, null), facts, currency, rows);
        prices.steps().price(sheet);
        Explanation explanation = sheet.close();

        List<Line> lines = new ArrayList<>();
        int next = 0;
        for (Line line : books.lines()) {
            long quantity = quantity(line);
            Units units = units(line, quantity);
            if (quantity > line.basis().remainingUnits()) {
                ReversalBasis both =
                        BasisSum.joined(line.basis(), rows.get(next++).basis());
                lines.add(line.priced(line.item(), units, both));
            } else {
                lines.add(line.withUnits(units));
            }
        }
        addNew(lines, rows.subList(next, rows.size()));
        return new QuoteResult.Quoted(
                with(lines, keptShipping(), sheet), facts.member().tier(), explanation);
    }

    /** The delivery with its discounts kept as far as a new price goes. */
    private Shipping keptShipping() {
        Shipping old = books.shipping();
        Money price = change.shippingPrice();
        if (price == null) {
            return new Shipping(shippingMethod(), old.price(), old.discounts(), old.taxes());
        }
        PricingWorksheet sheet = prices.sheet(asked(Set.of(), 0, null, price), facts, currency, List.of());
        prices.steps().price(sheet, PricingRules.SHIPPING);
        for (Adjustment discount : old.discounts()) {
            sheet.lower(sheet.shipping(), discount.source(), discount.amount());
        }
        prices.steps().price(sheet, PricingRules.TAX);
        sheet.close();
        return sheet.shipping(shippingMethod());
    }

    private Books with(List<Line> lines, Shipping shipping, PricingWorksheet sheet) {
        List<Coupon> coupons = new ArrayList<>(books.coupons());
        for (String code : sheet.used()) {
            if (coupons.stream().noneMatch(known -> known.code().equals(code))) {
                coupons.add(Coupon.carried(code));
            }
        }
        return books.withLines(lines).withShipping(shipping).withCoupons(coupons);
    }

    private SheetTerms asked(Set<String> coupons, long points, @Nullable Money worth, @Nullable Money shippingPrice) {
        return new SheetTerms(change.origin(), coupons, points, worth, shippingPrice, change.at());
    }

    private SheetRow row(Line line, long quantity) {
        return new SheetRow(
                currency,
                line.id(),
                line.item(),
                quantity,
                line.item().unitPrice(),
                line.item().priceSource(),
                SheetBuilder.floor(facts.products().get(line.item().sku()), quantity, currency),
                line.attributes());
    }

    private static void addNew(List<Line> lines, List<SheetRow> rows) {
        for (SheetRow row : rows) {
            lines.add(row.toLine());
        }
    }

    private @Nullable String shippingMethod() {
        return change.shippingMethod() == null ? books.shipping().method() : change.shippingMethod();
    }

    /** How many units the line is to stand for. */
    private long quantity(Line line) {
        return change.quantities().getOrDefault(line.id(), line.basis().remainingUnits());
    }

    private static Units units(Line line, long quantity) {
        Units units = line.units();
        long more = quantity - line.basis().remainingUnits();
        if (more < 0 && -more > units.unshipped()) {
            throw new PricingProblem(
                    PricingCodes.UNITS_SHIPPED,
                    "line " + line.id() + " cannot go down to " + quantity + " units: only " + units.unshipped()
                            + " of them have not been shipped");
        }
        return more < 0 ? units.cancel(-more) : more == 0 ? units : units.orderMore(more);
    }

    private long points() {
        long points = 0;
        for (Line line : books.lines()) {
            ReversalBasis basis = line.basis();
            long quantity = Math.min(quantity(line), basis.remainingUnits());
            points += UnitShares.remaining(basis.points(), basis.units(), basis.units() - quantity);
        }
        return points;
    }

    /** What the points that stay took off when they were spent. */
    private Money pointsWorth() {
        long worth = 0;
        for (Line line : books.lines()) {
            ReversalBasis basis = line.basis();
            long gone = basis.units() - Math.min(quantity(line), basis.remainingUnits());
            for (Adjustment discount : basis.discounts()) {
                if (discount.source().equals(Adjustment.POINTS)) {
                    worth += UnitShares.remaining(discount.amount().minorUnits(), basis.units(), gone);
                }
            }
        }
        return new Money(currency, worth);
    }

    private void requireKnownLines() {
        for (Map.Entry<String, Long> asked : change.quantities().entrySet()) {
            if (books.line(asked.getKey()) == null) {
                throw new PricingProblem(
                        PricingCodes.UNKNOWN_LINE,
                        "the order has no line \"" + asked.getKey() + "\"; it has "
                                + books.lines().stream().map(Line::id).toList());
            }
            if (asked.getValue() < 0) {
                throw new PricingProblem(
                        PricingCodes.INVALID_QUANTITY,
                        "line " + asked.getKey() + " is to have " + asked.getValue() + " units, less than zero");
            }
        }
    }
}
