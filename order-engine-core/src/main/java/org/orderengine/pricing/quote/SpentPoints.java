package org.orderengine.pricing.quote;

import org.orderengine.model.Adjustment;
import org.orderengine.model.Money;
import org.orderengine.policy.PointsPolicy;
import org.orderengine.pricing.PricingCodes;

/** Takes the points that the buyer spends off the lines: as many as there is something left to pay with. */
final class SpentPoints {

    private SpentPoints() {}

    static void apply(PricingWorksheet sheet) {
        long asked = sheet.asked.points();
        if (asked == 0) {
            return;
        }
        long[] weights = new long[sheet.rows.size()];
        long left = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sheet.rows.get(i).left();
            left += weights[i];
        }
        Money frozen = sheet.asked.spentWorth();
        if (frozen == null) {
            long worth = sheet.minorUnits(requirePoints(sheet, asked).worth(), "the worth of a point");
            // The fewest points that pay for what is left, where the buyer would spend more.
            long enough = left / worth + (left % worth == 0 ? 0 : 1);
            long spent = Math.min(asked, enough);
            spread(sheet, weights, spent, spent == enough ? left : spent * worth);
        } else {
            long worth = Math.min(frozen.minorUnits(), left);
            long spent = worth == frozen.minorUnits() ? asked : new Fraction(worth, frozen.minorUnits()).of(asked);
            spread(sheet, weights, Math.min(spent, worth), worth);
        }
    }

    private static void spread(PricingWorksheet sheet, long[] weights, long spent, long discount) {
        long[] shares = Spread.over(sheet.policy.allocation(), discount, weights);
        // A point is worth a minor unit at least, so that no line gets more points than its share of the discount.
        long[] points = Spread.over(sheet.policy.allocation(), spent, shares);
        for (int i = 0; i < weights.length; i++) {
            SheetRow row = sheet.rows.get(i);
            sheet.lower(row, Adjustment.POINTS, shares[i]);
            row.spend(points[i]);
        }
    }

    private static PointsPolicy requirePoints(PricingWorksheet sheet, long asked) {
        if (asked < 0) {
            throw new PricingProblem(PricingCodes.INVALID_POINTS, asked + " points are to be spent, less than zero");
        }
        PointsPolicy policy = sheet.policy.points();
        if (policy == null) {
            throw new PricingProblem(
                    PricingCodes.POINTS_NOT_ACCEPTED,
                    asked + " points are to be spent, and points are worth nothing here");
        }
        long owned = sheet.facts.member().points();
        if (asked > owned) {
            throw new PricingProblem(
                    PricingCodes.POINTS_SHORT, asked + " points are to be spent, and the buyer has " + owned);
        }
        return policy;
    }
}
