package org.orderengine.pricing.quote;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Item;
import org.orderengine.model.Line;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Prices;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.Shipping;
import org.orderengine.model.TaxShare;
import org.orderengine.model.Units;
import org.orderengine.pricing.Explanation;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.pricing.PricingRules;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.pricing.quote.QuoteRequest.Sold;
import org.orderengine.spi.pricing.TaxRate;

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

    /** A change by offers that are judged anew. One that touches no goods leaves them to the cent, whatever they would cost today. */
    QuoteResult.Quoted change() {
        return touchesGoods() ? requalify() : requalified(true);
    }

    /** The offers that gave something are judged anew by all that the books then stand for, those of today by what is added. */
    QuoteResult.Quoted requalify() {
        return requalified(false);
    }

    private boolean touchesGoods() {
        return !change.added().isEmpty()
                || !change.coupons().isEmpty()
                || books.lines().stream()
                        .anyMatch(line -> quantity(line) != line.basis().remainingUnits());
    }

    private QuoteResult.Quoted requalified(boolean goodsStay) {
        List<Offer> kept = new ArrayList<>(KeptOffers.active(books));
        kept.addAll(KeptOffers.unkept(books, facts.offers()));
        Set<String> known = new HashSet<>();
        kept.forEach(offer -> known.add(offer.id()));
        Set<String> entered = SheetBuilder.coupons(change.coupons(), facts.offers());
        List<SheetRow> rows = new ArrayList<>();
        for (Line line : books.lines()) {
            if (quantity(line) > 0) {
                rows.add(frozen(
                                row(line, quantity(line)),
                                line.basis().taxes(),
                                line.basis().discounts())
                        .growing(Math.max(0, more(line)), unnamed(line, known)));
            }
        }
        rows.addAll(added());
        Set<String> carried = new LinkedHashSet<>(entered);
        for (Coupon coupon : books.coupons()) {
            if (coupon.state() != Coupon.State.RETURNED && !coupon.isOffer()) {
                carried.add(coupon.code());
            }
        }
        Money price = change.shippingPrice() == null ? books.shipping().price() : change.shippingPrice();
        PricingWorksheet sheet = prices.sheet(
                asked(carried, points(), pointsWorth(), price), facts, currency, rows, plan(kept, known, entered));
        freezeShipping(sheet);
        prices.steps().price(sheet);
        Explanation explanation = sheet.close();
        Shipping shipping = goodsStay && change.shippingPrice() == null
                ? new Shipping(
                        shippingMethod(),
                        books.shipping().price(),
                        books.shipping().discounts(),
                        books.shipping().taxes())
                : sheet.shipping(shippingMethod());
        List<Line> lines = goodsStay ? books.lines() : lines(rows);
        return new QuoteResult.Quoted(
                with(lines, shipping, sheet), facts.member().tier(), explanation);
    }

    /** An offer that the order has is judged by what it kept; one of a code that is entered now is asked of today for all units. */
    private OfferPlan plan(List<Offer> kept, Set<String> known, Set<String> entered) {
        List<Offer> asked = new ArrayList<>();
        List<Offer> forAdded = new ArrayList<>();
        for (Offer offer : facts.offers()) {
            if (!known.contains(offer.id())) {
                (offer.coupon() != null && entered.contains(offer.coupon()) ? asked : forAdded).add(offer);
            }
        }
        return new OfferPlan(kept, change.memberTier(), asked, forAdded);
    }

    /**
     * The discounts of units that stay whose offer is known neither to the order nor today. A rule of the host's gives its own anew;
     * where a shop has none, it was an offer that has ended since a version that kept none.
     */
    private List<Adjustment> unnamed(Line line, Set<String> known) {
        if (!prices.steps().areBuiltIn()) {
            return List.of();
        }
        List<Adjustment> unnamed = new ArrayList<>();
        for (Adjustment discount : line.basis().discounts()) {
            boolean isGiven = KeptOffers.isGiven(discount) || discount.source().equals(Adjustment.WEIGHED_OVER);
            if (isGiven && !known.contains(discount.source()) && isOfNoOffer(discount)) {
                unnamed.add(new Adjustment(discount.source(), staying(discount.amount(), line)));
            }
        }
        return unnamed;
    }

    private boolean isOfNoOffer(Adjustment discount) {
        return books.offers().stream().noneMatch(offer -> offer.id().equals(discount.source()))
                && facts.offers().stream().noneMatch(offer -> offer.id().equals(discount.source()));
    }

    private Money staying(Money amount, Line line) {
        ReversalBasis basis = line.basis();
        return basis.remaining(amount, gone(line));
    }

    /** How many units of a line's basis are gone, those among them that the change takes off. */
    private long gone(Line line) {
        ReversalBasis basis = line.basis();
        return basis.units() - Math.min(quantity(line), basis.remainingUnits());
    }

    /** Rows for the lines that are added. */
    private List<SheetRow> added() {
        List<SheetRow> rows = new ArrayList<>();
        for (QuoteLine line : change.added()) {
            Sold like = line.like();
            rows.add(
                    like == null
                            ? SheetBuilder.row(line, facts, currency)
                            : row(line.id(), like.item(), quantity(line, like), line.attributes()));
        }
        return rows;
    }

    private List<Line> lines(List<SheetRow> rows) {
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
        for (SheetRow row : rows.subList(next, rows.size())) {
            lines.add(row.toLine());
        }
        return lines;
    }

    /** Every unit that stays keeps its share; what is added is priced by itself, or is worth what units were worth that it stands for. */
    QuoteResult.Quoted keep() {
        List<SheetRow> rows = new ArrayList<>();
        for (Line line : books.lines()) {
            if (more(line) > 0) {
                rows.add(row(line, more(line)));
            }
        }
        for (QuoteLine line : change.added()) {
            Sold like = line.like();
            if (like == null) {
                rows.add(SheetBuilder.row(line, facts, currency));
            } else if (quantity(line, like) > like.basis().units()) {
                rows.add(SheetBuilder.row(
                        new QuoteLine(
                                line.id(),
                                line.sku(),
                                Measure.decimal(
                                        like.item().measure(),
                                        quantity(line, like) - like.basis().units()),
                                line.price(),
                                line.attributes(),
                                null),
                        facts,
                        currency));
            }
        }
        Set<String> codes = SheetBuilder.coupons(change.coupons(), facts.offers());
        PricingWorksheet sheet =
                prices.sheet(asked(codes, 0, null, null), facts, currency, rows, OfferPlan.ofToday(facts.offers()));
        prices.steps().price(sheet);
        Explanation explanation = sheet.close();
        return new QuoteResult.Quoted(
                with(keptAnd(rows), keptShipping(), sheet), facts.member().tier(), explanation);
    }

    private List<Line> keptAnd(List<SheetRow> rows) {
        List<Line> lines = new ArrayList<>();
        int next = 0;
        for (Line line : books.lines()) {
            Units units = units(line, quantity(line));
            if (more(line) > 0) {
                ReversalBasis both =
                        BasisSum.joined(line.basis(), rows.get(next++).basis());
                lines.add(line.priced(line.item(), units, both));
            } else {
                lines.add(line.withUnits(units));
            }
        }
        for (QuoteLine line : change.added()) {
            Sold like = line.like();
            if (like == null) {
                lines.add(rows.get(next++).toLine());
                continue;
            }
            long quantity = quantity(line, like);
            ReversalBasis basis = quantity > like.basis().units()
                    ? BasisSum.joined(like.basis(), rows.get(next++).basis())
                    : like.basis();
            lines.add(new Line(line.id(), like.item(), Units.ordered(quantity), basis, line.attributes()));
        }
        return lines;
    }

    /** The delivery with its discounts kept as far as a new price goes. */
    private Shipping keptShipping() {
        Shipping old = books.shipping();
        Money price = change.shippingPrice();
        if (price == null) {
            return new Shipping(shippingMethod(), old.price(), old.discounts(), old.taxes());
        }
        PricingWorksheet sheet =
                prices.sheet(asked(Set.of(), 0, null, price), facts, currency, List.of(), OfferPlan.ofToday(List.of()));
        freezeShipping(sheet);
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
        Books after = books.withPrices(new Prices(
                lines, shipping, books.charges(), coupons, KeptOffers.with(books.offers(), sheet.gave(), currency)));
        return change.charges().isEmpty()
                ? after
                : after.withCharges(ChangedCharges.after(prices, after, change, facts));
    }

    /** What is asked of a sheet on which nothing is but what the change adds. */
    static SheetTerms asked(Change change) {
        return new SheetTerms(change.origin(), change.to(), Set.of(), 0, null, null, change.at());
    }

    private SheetTerms asked(Set<String> coupons, long points, @Nullable Money worth, @Nullable Money shippingPrice) {
        return new SheetTerms(change.origin(), change.to(), coupons, points, worth, shippingPrice, change.at());
    }

    private SheetRow row(Line line, long quantity) {
        return row(line.id(), line.item(), quantity, line.attributes());
    }

    private SheetRow row(String line, Item item, long quantity, Map<String, String> attributes) {
        return new SheetRow(
                currency,
                line,
                item,
                quantity,
                item.unitPrice(),
                item.priceSource(),
                SheetBuilder.floor(facts.products().get(item.sku()), quantity, currency),
                attributes);
    }

    private @Nullable String shippingMethod() {
        return change.shippingMethod() == null ? books.shipping().method() : change.shippingMethod();
    }

    private static long quantity(QuoteLine line, Sold like) {
        return SheetBuilder.quantity(line, like.item().measure());
    }

    /** How many units the line is to stand for. */
    private long quantity(Line line) {
        return change.quantities().getOrDefault(line.id(), line.basis().remainingUnits());
    }

    /**
     * The row of what was taxed before: by the rates of then, unless it goes elsewhere or the shop has rules of its own, whose taxes
     * cannot be told from others. A buyer who was exempt stays so.
     */
    private SheetRow frozen(SheetRow row, List<TaxShare> taxes, List<Adjustment> discounts) {
        if (change.taxesAnew() || !prices.steps().areBuiltIn()) {
            return row;
        }
        for (Adjustment discount : discounts) {
            if (discount.source().equals(Adjustment.TAX_EXEMPTION)) {
                return row.exempt();
            }
        }
        return row.taxedBy(taxes.stream()
                .map(tax -> new TaxRate(tax.category().equals(row.taxCategory) ? null : tax.category(), tax.rate()))
                .toList());
    }

    private void freezeShipping(PricingWorksheet sheet) {
        if (books.shipping().price().isPositive()) {
            frozen(sheet.shipping, books.shipping().taxes(), books.shipping().discounts());
        }
    }

    /** By how many units a line grows; negative where it gets fewer. */
    private long more(Line line) {
        return quantity(line) - line.basis().remainingUnits();
    }

    private static Units units(Line line, long quantity) {
        Units units = line.units();
        long more = quantity - line.basis().remainingUnits();
        if (more < 0 && -more > units.unshipped()) {
            throw new PricingProblem(
                    PricingCodes.UNITS_SHIPPED,
                    "line " + line.id() + " cannot go down to " + line.words(quantity) + ": only "
                            + line.words(units.unshipped()) + " have not been shipped");
        }
        return more < 0 ? units.cancel(-more) : more == 0 ? units : units.orderMore(more);
    }

    private long points() {
        long points = 0;
        for (Line line : books.lines()) {
            points += line.basis().remaining(line.basis().points(), gone(line));
        }
        return points;
    }

    /** What the points that stay took off when they were spent. */
    private Money pointsWorth() {
        long worth = 0;
        for (Line line : books.lines()) {
            for (Adjustment discount : line.basis().discounts()) {
                if (discount.source().equals(Adjustment.POINTS)) {
                    worth += staying(discount.amount(), line).minorUnits();
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
