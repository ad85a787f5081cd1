package org.orderengine.pricing.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Prices;
import org.orderengine.model.ReversalBasis;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.pricing.PricingRules;
import org.orderengine.pricing.QuoteResult;

/**
 * Taxes an order anew because it goes elsewhere: on the discounted amounts that stay, by the rates of the new place. Prices that include
 * tax stay what they are, and the tax inside them changes.
 */
final class Retaxing {

    private Retaxing() {}

    static QuoteResult.Quoted retaxed(
            PriceCalculator prices, QuoteResult.Quoted priced, Change change, PricingFacts facts) {
        Books books = priced.books();
        for (Line line : books.lines()) {
            if (line.units().shipped() > 0) {
                throw new PricingProblem(
                        PricingCodes.UNITS_SHIPPED,
                        "the order cannot go elsewhere: " + line.units().shipped() + " units of line " + line.id()
                                + " have left, and were taxed for where they went");
            }
        }
        PricingWorksheet sheet = untaxed(prices, books, change, facts);
        Charges.standing(sheet, books);
        prices.steps().price(sheet, PricingRules.TAX);
        sheet.close();
        List<Line> lines = new ArrayList<>();
        int next = 0;
        for (Line line : books.lines()) {
            boolean stays = line.basis().remainingUnits() > 0;
            lines.add(stays ? retaxed(line, sheet.rows.get(next++).basis(), books.pricesIncludeTax()) : line);
        }
        Prices anew = new Prices(
                lines,
                sheet.shipping(books.shipping().method()),
                Charges.retaxed(sheet, books),
                books.coupons(),
                books.offers());
        return new QuoteResult.Quoted(books.withPrices(anew), priced.memberTier(), priced.explanation());
    }

    private static Line retaxed(Line line, ReversalBasis basis, boolean pricesIncludeTax) {
        return line.priced(
                line.item(),
                line.units(),
                basis,
                LineReductions.taxedBy(line.reductionsLeft(), basis.taxes(), pricesIncludeTax));
    }

    /** A sheet of what is left of the lines and the delivery, as offers and points left them and without taxes. */
    static PricingWorksheet untaxed(PriceCalculator prices, Books books, Change change, PricingFacts facts) {
        List<SheetRow> rows = new ArrayList<>();
        for (Line line : books.lines()) {
            if (line.basis().remainingUnits() > 0) {
                rows.add(row(line, books));
            }
        }
        Money delivery = books.shipping().price();
        SheetTerms terms = new SheetTerms(change.origin(), change.to(), Set.of(), 0, null, delivery, change.at());
        PricingWorksheet sheet = prices.sheet(terms, facts, books.currency(), rows);
        sheet.shipping.price(delivery, SheetBuilder.FROM_COMMAND, delivery.minorUnits());
        lower(sheet.shipping, books.shipping().discounts());
        return sheet;
    }

    /** What a line is worth without its taxes. */
    private static SheetRow row(Line line, Books books) {
        ReversalBasis basis = line.basis();
        SheetRow row = new SheetRow(
                books.currency(),
                line.id(),
                line.item(),
                basis.remainingUnits(),
                line.item().unitPrice(),
                line.item().priceSource(),
                0,
                Map.of());
        row.price(
                line.item().unitPrice(),
                line.item().priceSource(),
                basis.subtotal().minorUnits());
        List<Adjustment> staying = new ArrayList<>();
        for (Adjustment discount : basis.discounts()) {
            staying.add(new Adjustment(discount.source(), basis.remaining(discount.amount())));
        }
        lower(row, staying);
        row.spend(basis.remainingPoints());
        return row;
    }

    /** Takes discounts off; that of an exemption is the new place's to give. */
    private static void lower(SheetRow row, List<Adjustment> discounts) {
        for (Adjustment discount : discounts) {
            long amount = Math.min(discount.amount().minorUnits(), row.left());
            if (amount > 0 && !discount.source().equals(Adjustment.TAX_EXEMPTION)) {
                row.lower(new Adjustment(
                        discount.source(), new Money(discount.amount().currency(), amount)));
            }
        }
    }
}
