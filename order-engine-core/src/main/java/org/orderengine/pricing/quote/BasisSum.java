package org.orderengine.pricing.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Money;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.TaxShare;

/** What units of one line are worth together that were priced at different times. */
final class BasisSum {

    private record Tax(String category, BigDecimal rate) {}

    private BasisSum() {}

    /** The remaining units of both, with the sum of their shares. */
    static ReversalBasis joined(ReversalBasis first, ReversalBasis second) {
        Map<String, Money> discounts = new LinkedHashMap<>();
        Map<Tax, Money> taxes = new LinkedHashMap<>();
        for (ReversalBasis basis : List.of(first, second)) {
            for (Adjustment discount : basis.discounts()) {
                discounts.merge(discount.source(), basis.remaining(discount.amount()), Money::plus);
            }
            for (TaxShare tax : basis.taxes()) {
                taxes.merge(new Tax(tax.category(), tax.rate()), basis.remaining(tax.amount()), Money::plus);
            }
        }
        List<Adjustment> allDiscounts = new ArrayList<>();
        discounts.forEach((source, amount) -> allDiscounts.add(new Adjustment(source, amount)));
        List<TaxShare> allTaxes = new ArrayList<>();
        taxes.forEach((tax, amount) -> allTaxes.add(new TaxShare(tax.category(), tax.rate(), amount)));
        return new ReversalBasis(
                Math.addExact(first.remainingUnits(), second.remainingUnits()),
                0,
                first.subtotal().plus(second.subtotal()),
                allDiscounts,
                allTaxes,
                Math.addExact(first.remainingPoints(), second.remainingPoints()),
                first.isMeasured());
    }
}
