package org.orderengine.pricing.quote;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;
import org.orderengine.model.Offer.Target;
import org.orderengine.model.Problem;
import org.orderengine.pricing.Explanation;
import org.orderengine.pricing.Explanation.NotApplied;
import org.orderengine.pricing.Explanation.Reason;
import org.orderengine.pricing.PricingCodes;

/** Applies the offers, each to the amounts that those before it left. */
final class Offers {

    private final PricingWorksheet sheet;
    private final Deals deals;
    private final Set<String> excluded;
    /** The lines that the offer at hand matches, and what they come to. */
    private final SheetRow[] matching;

    private boolean judgesKept;
    private int matches;
    private long subtotal;
    /** Whole units, and the part of one that measured lines have beside. */
    private long quantity;

    private long billionths;

    /**
     * The offers of a sheet.
     *
     * @param excluded the exclusive groups of which one has applied, which grow
     */
    Offers(PricingWorksheet sheet, Set<String> excluded) {
        this.sheet = sheet;
        this.excluded = excluded;
        this.deals = new Deals(sheet);
        this.matching = new SheetRow[sheet.rows.size()];
        Set<String> seen = new HashSet<>(sheet.facts.offers().size() * 2);
        for (Offer offer : sheet.facts.offers()) {
            if (!seen.add(offer.id())) {
                throw new PricingProblem(PricingCodes.DUPLICATE_OFFER, "two offers are called \"" + offer.id() + "\"");
            }
        }
    }

    /** Applies the offers on that target, or all of them, in their order. */
    void apply(@Nullable Target target) {
        judgesKept = true;
        for (Offer offer : sheet.plan.kept()) {
            if ((target == null || offer.on() == target) && !isExcluded(offer)) {
                giveIfMatched(offer);
            }
        }
        judgesKept = false;
        for (Offer offer : sheet.plan.asked()) {
            if (target == null || offer.on() == target) {
                give(offer);
            }
        }
        if (!sheet.plan.forAdded().isEmpty()) {
            AddedUnits.apply(sheet, sheet.plan.forAdded(), target, excluded);
        }
    }

    /** Gives an offer of today its turn. */
    void give(Offer offer) {
        if (isOpen(offer)) {
            giveIfMatched(offer);
        }
    }

    private void giveIfMatched(Offer offer) {
        if (isMatched(offer) && reduce(offer)) {
            sheet.use(offer);
            if (offer.exclusive() != null) {
                excluded.add(offer.exclusive());
            }
        }
    }

    private boolean isExcluded(Offer offer) {
        return offer.exclusive() != null && excluded.contains(offer.exclusive()) && !skip(offer, Reason.EXCLUDED, 0, 0);
    }

    private boolean isOpen(Offer offer) {
        if (offer.coupon() != null && !sheet.carries(offer.coupon())) {
            return skip(offer, Reason.COUPON_MISSING, 0, 0);
        }
        if (isExcluded(offer)) {
            return false;
        }
        Condition when = offer.when();
        @Nullable String tier = sheet.member().tier();
        if (!when.tiers().isEmpty() && (tier == null || !when.tiers().contains(tier))) {
            return skip(offer, Reason.OTHER_TIER, 0, 0);
        }
        if (when.window() != null && !when.window().contains(sheet.at())) {
            return skip(offer, Reason.OTHER_TIME, 0, 0);
        }
        return true;
    }

    private boolean isMatched(Offer offer) {
        Condition when = offer.when();
        matches = 0;
        subtotal = 0;
        quantity = 0;
        billionths = 0;
        SheetRow leftOut = null;
        boolean any = when.skus().isEmpty() && when.categories().isEmpty();
        for (SheetRow row : sheet.rows) {
            if ((any || row.isOneOf(when.skus(), when.categories())) && row.isDiscountable() && !isExcept(when, row)) {
                if (row.isMeasured() && isOfUnits(offer)) {
                    leftOut = row;
                    continue;
                }
                matching[matches++] = row;
                subtotal += row.left();
                count(row);
            }
        }
        if (matches == 0) {
            return skip(offer, leftOut == null ? Reason.NO_MATCHING_LINE : Reason.MEASURED, 0, 0);
        }
        if (leftOut != null) {
            sheet.note(
                    offer.id(),
                    new Problem(
                            PricingCodes.MEASURED_GOODS,
                            "line " + leftOut.id() + " is measured, and the offer is of units that are counted"));
        }
        if (when.minSubtotal() != null) {
            long required = minorUnits(offer, when.minSubtotal());
            if (subtotal < required) {
                return skip(offer, Reason.SUBTOTAL_TOO_SMALL, subtotal, required);
            }
        }
        if (when.minQuantity() != null && quantity < when.minQuantity()) {
            return skip(offer, Reason.TOO_FEW_UNITS, quantity, when.minQuantity());
        }
        return true;
    }

    private void count(SheetRow row) {
        quantity = Math.addExact(quantity, row.wholeUnits());
        billionths += row.billionths();
        if (billionths >= SheetRow.BILLION) {
            billionths -= SheetRow.BILLION;
            quantity = Math.addExact(quantity, 1);
        }
    }

    /** Whether an offer is of units by the piece, which measured goods do not have. */
    private static boolean isOfUnits(Offer offer) {
        return isOfUnits(offer.on(), offer.reduction());
    }

    private static boolean isOfUnits(Target on, Offer.Reduction reduction) {
        if (reduction instanceof Deal.Steps steps) {
            return steps.steps().stream().anyMatch(step -> isOfUnits(on, step.reduction()));
        }
        return reduction instanceof Deal.BuyGet
                || reduction instanceof Deal.CheapestFree
                || reduction instanceof Deal.Bundle
                || reduction instanceof Deal.TierPrices
                || (reduction instanceof Offer.FixedPrice && on == Target.LINE);
    }

    private static boolean isExcept(Condition when, SheetRow row) {
        return !when.except().isEmpty()
                && row.isOneOf(when.except().skus(), when.except().categories());
    }

    private boolean reduce(Offer offer) {
        if (offer.reduction() instanceof Deal deal
                && !(deal instanceof Deal.Steps)
                && !(deal instanceof Deal.TierPrices)) {
            return offer.on() == Target.LINE ? dealOnEachLine(offer, deal) : dealOnAll(offer, deal);
        }
        return switch (offer.on()) {
            case LINE -> lowerEachLine(offer);
            case ORDER -> lowerTogether(offer);
            case SHIPPING -> lowerShipping(offer);
        };
    }

    private boolean dealOnEachLine(Offer offer, Deal deal) {
        Deals.Given given = deals.onEach(offer, deal, matching, matches);
        for (int i = 0; i < given.wanted().length; i++) {
            given.wanted()[i] = capped(offer, given.wanted()[i]);
        }
        return take(offer, given);
    }

    private boolean dealOnAll(Offer offer, Deal deal) {
        Deals.Given given = deals.onAll(offer, deal, matching, matches);
        long all = given.sum();
        long most = capped(offer, all);
        if (most == all) {
            return take(offer, given);
        }
        long[] shares = Spread.over(sheet.policy.allocation(), most, given.wanted());
        return take(offer, new Deals.Given(given.rows(), shares, given.found(), given.required()));
    }

    private boolean take(Offer offer, Deals.Given given) {
        long wanted = given.sum();
        if (wanted == 0 && given.found() < given.required()) {
            return skip(offer, Reason.TOO_FEW_UNITS, given.found(), given.required());
        }
        long taken = 0;
        for (int i = 0; i < given.rows().length; i++) {
            SheetRow row = given.rows()[i];
            long possible = Math.min(given.wanted()[i], row.roomLeft());
            sheet.lower(row, offer.id(), possible);
            taken += possible;
        }
        return report(offer, wanted, taken);
    }

    private boolean lowerEachLine(Offer offer) {
        long wanted = 0;
        long given = 0;
        for (int i = 0; i < matches; i++) {
            SheetRow row = matching[i];
            long each = reduction(offer, row.left(), row.quantity, row.wholeUnits());
            long possible = Math.min(each, row.roomLeft());
            sheet.lower(row, offer.id(), possible);
            wanted += each;
            given += possible;
        }
        return report(offer, wanted, given);
    }

    private boolean lowerTogether(Offer offer) {
        long wanted = reduction(offer, subtotal, 1, quantity);
        return report(offer, wanted, sheet.spread(matching, matches, offer.id(), wanted));
    }

    private boolean lowerShipping(Offer offer) {
        long wanted = reduction(offer, sheet.shipping.left(), 1, 1);
        long given = Math.min(wanted, sheet.shipping.roomLeft());
        sheet.lower(sheet.shipping, offer.id(), given);
        return report(offer, wanted, given);
    }

    /**
     * What the offer takes off an amount, at most that amount.
     *
     * @param priced how many times a price is meant
     * @param units the units that steps are counted in
     */
    private long reduction(Offer offer, long amount, long priced, long units) {
        Offer.Reduction plain = plain(offer, amount, units);
        long lowered;
        if (plain instanceof Offer.Percent percent) {
            lowered = Fraction.ofPercent(percent.percent()).of(amount);
        } else if (plain instanceof Offer.Amount fixed) {
            lowered = Math.min(minorUnits(offer, fixed.amount()), amount);
        } else if (plain instanceof Offer.FixedPrice price) {
            lowered = Deals.above(amount, minorUnits(offer, price.price()), priced);
        } else {
            lowered = 0;
        }
        return capped(offer, lowered);
    }

    /** The reduction that steps or tiers come to; null where none is reached. */
    private Offer.@Nullable Reduction plain(Offer offer, long amount, long units) {
        Offer.Reduction reduction = offer.reduction();
        if (reduction instanceof Deal.TierPrices tiers) {
            @Nullable
            String tier = judgesKept ? sheet.plan.tier() : sheet.member().tier();
            Money price = tier == null ? null : tiers.prices().get(tier);
            return price == null ? null : new Offer.FixedPrice(price);
        }
        if (!(reduction instanceof Deal.Steps steps)) {
            return reduction;
        }
        Offer.Reduction reached = null;
        for (Deal.Step step : steps.steps()) {
            boolean isReached = step.subtotal() == null
                    ? step.quantity() != null && units >= step.quantity()
                    : amount >= minorUnits(offer, step.subtotal());
            if (isReached) {
                reached = step.reduction();
            }
        }
        return reached;
    }

    private long capped(Offer offer, long amount) {
        return offer.cap() == null ? amount : Math.min(amount, minorUnits(offer, offer.cap()));
    }

    private boolean report(Offer offer, long wanted, long given) {
        if (wanted == 0) {
            return skip(offer, Reason.NOTHING_TO_LOWER, 0, 0);
        }
        if (given == 0) {
            return skip(offer, Reason.NO_ROOM, 0, wanted);
        }
        if (given < wanted) {
            sheet.explain(new Explanation.Limited(sheet.rule(), offer.id(), sheet.money(wanted), sheet.money(given)));
        }
        return true;
    }

    private boolean skip(Offer offer, Reason reason, long found, long required) {
        sheet.explain(new NotApplied(sheet.rule(), offer.id(), reason, found, required));
        return false;
    }

    private long minorUnits(Offer offer, Money amount) {
        return sheet.minorUnits(amount, "an amount of the offer " + offer.id());
    }
}
