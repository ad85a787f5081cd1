package org.orderengine.pricing.quote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Charge;
import org.orderengine.model.ChargeTerms;
import org.orderengine.pricing.PricingRules;
import org.orderengine.spi.pricing.TaxRate;

/** What a change of an order makes of its charges. */
final class ChangedCharges {

    private ChangedCharges() {}

    /**
     * The charges after a change: one that it names gets that price, at nothing it goes; further ones are added; the others stay. One that is
     * there already is taxed by the rates of then.
     *
     * @param books the books with the goods of the change, and the charges of before
     */
    static List<Charge> after(PriceCalculator prices, Books books, Change change, PricingFacts facts) {
        if (change.charges().isEmpty()) {
            return books.charges();
        }
        Charges.require(change.charges());
        PricingWorksheet sheet = prices.sheet(Repricing.asked(change), facts, books.currency(), List.of());
        sheet.enter(Charges.STEP);
        Map<String, Charge> charges = new LinkedHashMap<>();
        books.charges().forEach(charge -> charges.put(charge.id(), charge));
        for (ChargeTerms terms : change.charges()) {
            Charge before = charges.get(terms.charge());
            SheetRow row = sheet.charge(terms);
            if (before != null && !change.taxesAnew() && prices.steps().areBuiltIn()) {
                freeze(row, before);
            }
        }
        prices.steps().price(sheet, PricingRules.TAX);
        sheet.close();
        for (SheetRow row : sheet.chargeRows()) {
            String id = row.charge().charge();
            if (row.fullPrice() == 0) {
                charges.remove(id);
            } else {
                charges.put(id, Charges.charge(row, books, null));
            }
        }
        return List.copyOf(charges.values());
    }

    private static void freeze(SheetRow row, Charge before) {
        String category = before.terms().taxCategory();
        if (category == null
                || !category.equals(row.taxCategory)
                || before.price().isZero()) {
            return;
        }
        if (before.discounts().stream().anyMatch(discount -> discount.source().equals(Adjustment.TAX_EXEMPTION))) {
            row.exempt();
        } else {
            row.taxedBy(before.taxes().stream()
                    .map(tax -> new TaxRate(tax.category().equals(category) ? null : tax.category(), tax.rate()))
                    .toList());
        }
    }
}
