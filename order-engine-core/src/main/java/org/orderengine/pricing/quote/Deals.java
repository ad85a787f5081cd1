package org.orderengine.pricing.quote;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Problem;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.spi.pricing.OfferRule;
import org.orderengine.spi.pricing.PricingContext.LineRow;

/** Says what a deal would take off each line, before caps and minimum prices. */
final class Deals {

    private final PricingWorksheet sheet;

    Deals(PricingWorksheet sheet) {
        this.sheet = sheet;
    }

    /**
     * What a deal gives.
     *
     * @param rows the lines it gives to
     * @param wanted how much it takes off each of them
     * @param found the units that were there
     * @param required the units that would have been enough, had they not been
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Given(SheetRow[] rows, long[] wanted, long found, long required) {
        long sum() {
            long sum = 0;
            for (long each : wanted) {
                sum = Math.addExact(sum, each);
            }
            return sum;
        }
    }

    /** What it gives where each line counts by itself. */
    Given onEach(Offer offer, Deal deal, SheetRow[] matching, int matches) {
        if (deal instanceof Deal.ByRule named) {
            return byRule(offer, named, matching, matches);
        }
        SheetRow[] rows = Arrays.copyOf(matching, matches);
        long[] wanted = new long[matches];
        long found = 0;
        long required = 0;
        for (int i = 0; i < matches; i++) {
            Given own = onAll(offer, deal, new SheetRow[] {rows[i]}, 1);
            wanted[i] = own.wanted[0];
            found = Math.max(found, own.found);
            required = own.required;
        }
        return new Given(rows, wanted, found, required);
    }

    /** What it gives where all matching lines count together. */
    Given onAll(Offer offer, Deal deal, SheetRow[] matching, int matches) {
        SheetRow[] rows = Arrays.copyOf(matching, matches);
        if (deal instanceof Deal.BuyGet buyGet) {
            return buyGet.isOfOthers() ? getOthers(buyGet, rows) : getSame(buyGet, rows);
        } else if (deal instanceof Deal.CheapestFree cheapest) {
            long units = units(rows);
            long sets = Math.min(units / cheapest.of(), cheapest.times());
            return new Given(rows, cheapest(rows, sets, cheapest.percent()), units, cheapest.of());
        } else if (deal instanceof Deal.Bundle bundle) {
            return bundle(offer, bundle, rows);
        } else if (deal instanceof Deal.ByRule named) {
            return byRule(offer, named, rows, matches);
        }
        throw new IllegalStateException("the offer " + offer.id() + " gives no deal");
    }

    /** How much an amount is above {@code times} a price; nothing where it is not. */
    static long above(long amount, long price, long times) {
        boolean fits = Math.multiplyHigh(price, times) == 0 && price * times >= 0;
        return fits ? Math.max(0, amount - price * times) : 0;
    }

    private Given getSame(Deal.BuyGet deal, SheetRow[] rows) {
        long units = units(rows);
        long set = deal.buy() + deal.get();
        long sets = Math.min(units / set, deal.times());
        long free = sets * deal.get();
        if (sets < deal.times()) {
            free += Math.max(0, units - sets * set - deal.buy());
        }
        return new Given(rows, cheapest(rows, free, deal.percent()), units, deal.buy() + 1);
    }

    private Given getOthers(Deal.BuyGet deal, SheetRow[] rows) {
        long bought = 0;
        for (SheetRow row : rows) {
            if (!row.isOneOf(deal.skus(), deal.categories())) {
                bought = Math.addExact(bought, row.quantity);
            }
        }
        SheetRow[] given = sheet.rows.stream()
                .filter(row -> row.isDiscountable() && !row.isMeasured() && row.isOneOf(deal.skus(), deal.categories()))
                .toArray(SheetRow[]::new);
        long sets = Math.min(bought / deal.buy(), deal.times());
        boolean fits = Math.multiplyHigh(sets, deal.get()) == 0 && sets * deal.get() >= 0;
        long free = Math.min(fits ? sets * deal.get() : Long.MAX_VALUE, units(given));
        return new Given(given, cheapest(given, free, deal.percent()), bought, deal.buy());
    }

    /** What a percentage of the {@code units} cheapest units is, per row; at a tie the earlier row's units go first. */
    private static long[] cheapest(SheetRow[] rows, long units, BigDecimal percent) {
        long[] wanted = new long[rows.length];
        Integer[] order = new Integer[rows.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(
                order,
                (a, b) -> Spread.compareProducts(rows[a].left(), rows[b].quantity, rows[b].left(), rows[a].quantity));
        Fraction part = Fraction.ofPercent(percent);
        long left = units;
        for (int i : order) {
            long taken = Math.min(left, rows[i].quantity);
            wanted[i] = part.of(new Fraction(taken, rows[i].quantity).of(rows[i].left()));
            left -= taken;
        }
        return wanted;
    }

    private Given bundle(Offer offer, Deal.Bundle bundle, SheetRow[] rows) {
        int[] parts = new int[rows.length];
        long[] units = new long[bundle.parts().size()];
        for (int i = 0; i < rows.length; i++) {
            parts[i] = part(bundle.parts(), rows[i]);
            if (parts[i] >= 0) {
                units[parts[i]] = Math.addExact(units[parts[i]], rows[i].quantity);
            }
        }
        long sets = bundle.times();
        for (int part = 0; part < units.length; part++) {
            sets = Math.min(sets, units[part] / bundle.parts().get(part).quantity());
        }
        long[] costs = new long[rows.length];
        if (sets == 0) {
            return new Given(rows, costs, 0, 1);
        }
        for (int part = 0; part < units.length; part++) {
            units[part] = sets * bundle.parts().get(part).quantity();
        }
        long cost = 0;
        for (int i = 0; i < rows.length; i++) {
            if (parts[i] >= 0) {
                long taken = Math.min(units[parts[i]], rows[i].quantity);
                units[parts[i]] -= taken;
                costs[i] = new Fraction(taken, rows[i].quantity).of(rows[i].left());
                cost += costs[i];
            }
        }
        long price = sheet.minorUnits(bundle.price(), "an amount of the offer " + offer.id());
        return new Given(rows, spreadOverRooms(above(cost, price, sets), costs, rows), sets, 1);
    }

    private long[] spreadOverRooms(long wanted, long[] costs, SheetRow[] rows) {
        long[] rooms = new long[rows.length];
        long room = 0;
        for (int i = 0; i < rows.length; i++) {
            rooms[i] = Math.min(costs[i], rows[i].roomLeft());
            room += rooms[i];
        }
        // Without room for all of it every line is asked for its whole share, so that what is missing gets reported.
        return wanted <= room
                ? Spread.over(sheet.policy.allocation(), wanted, costs, rooms)
                : Spread.over(sheet.policy.allocation(), wanted, costs);
    }

    private static int part(List<Deal.Part> parts, SheetRow row) {
        for (int part = 0; part < parts.size(); part++) {
            Deal.Part each = parts.get(part);
            String sku = each.sku();
            String category = each.category();
            boolean fits = sku == null
                    ? category != null && category.equals(row.category().orElse(null))
                    : sku.equals(row.sku());
            if (fits) {
                return part;
            }
        }
        return -1;
    }

    private Given byRule(Offer offer, Deal.ByRule deal, SheetRow[] matching, int matches) {
        OfferRule rule = rule(offer, deal);
        SheetRow[] rows = Arrays.copyOf(matching, matches);
        List<LineRow> seen = List.of(rows);
        List<Money> reductions =
                HostCode.call("the offer rule \"" + deal.rule() + "\"", () -> rule.reductions(deal, seen, sheet));
        if (reductions.size() != matches) {
            throw new PricingProblem(
                    PricingCodes.RULE_FAILED,
                    "the offer rule \"" + deal.rule() + "\" answered " + reductions.size() + " amounts for " + matches
                            + " lines");
        }
        long[] wanted = new long[matches];
        for (int i = 0; i < matches; i++) {
            long each = sheet.minorUnits(reductions.get(i), "an amount of the offer rule " + deal.rule());
            if (each < 0) {
                throw new PricingProblem(
                        PricingCodes.RULE_FAILED,
                        "the offer rule \"" + deal.rule() + "\" answered " + reductions.get(i)
                                + ", less than nothing, for line " + rows[i].id());
            }
            wanted[i] = Math.min(each, rows[i].left());
        }
        return new Given(rows, wanted, 0, 0);
    }

    private OfferRule rule(Offer offer, Deal.ByRule deal) {
        @Nullable OfferRule rule = sheet.offerRules.get(deal.rule());
        if (rule == null) {
            throw new PricingProblem(new Problem(
                    PricingCodes.UNKNOWN_OFFER_RULE,
                    "offer " + offer.id() + " names the rule \"" + deal.rule()
                            + "\", which nobody registered; known are "
                            + sheet.offerRules.keySet().stream().sorted().toList()));
        }
        return rule;
    }

    private static long units(SheetRow[] rows) {
        long units = 0;
        for (SheetRow row : rows) {
            units = Math.addExact(units, row.quantity);
        }
        return units;
    }
}
