package org.orderengine.pricing.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Target;

/** The units that a change adds to an order, priced by offers that are not to touch the units which stay. */
final class AddedUnits {

    private AddedUnits() {}

    /** Applies offers to the added units of a sheet as if they were an order of their own. */
    static void apply(PricingWorksheet whole, List<Offer> offers, @Nullable Target target, Set<String> excluded) {
        List<SheetRow> grown = new ArrayList<>();
        List<SheetRow> parts = new ArrayList<>();
        for (SheetRow row : whole.rows) {
            if (row.added() > 0) {
                grown.add(row);
                parts.add(row.addedPart());
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        PricingWorksheet sheet = whole.of(parts, OfferPlan.ofToday(offers), excluded);
        for (Offer offer : offers) {
            if (offer.on() != Target.SHIPPING && (target == null || offer.on() == target)) {
                sheet.offers().give(offer);
            }
        }
        for (int i = 0; i < parts.size(); i++) {
            SheetRow row = grown.get(i);
            for (Adjustment discount : parts.get(i).discounts()) {
                long amount = Math.min(discount.amount().minorUnits(), row.roomLeft());
                whole.lower(row, discount.source(), amount);
            }
        }
        whole.takeOver(sheet);
    }
}
