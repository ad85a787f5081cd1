package org.orderengine.decision.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Payments;
import org.orderengine.decision.draft.UnitsByLocation;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Destination;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Payment;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Prices;
import org.orderengine.policy.ReversalPolicy;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.pricing.quote.Change;
import org.orderengine.process.vocabulary.EffectKind;

/** Enters a new price into the books, and wants the stock that it takes or frees. */
public final class PriceEntry {

    private PriceEntry() {}

    /**
     * Changes what the order stands for, priced by the policy for modifications. The order is restored where stock for the change is
     * missing or a coupon has been used up.
     */
    public static void change(Draft draft, Change change) {
        change(draft, priced(draft, change));
    }

    /** The same for a change that has its price already. */
    public static void change(Draft draft, Books priced) {
        Books before = draft.books();
        EffectKind asks = enter(draft, priced);
        if (asks != null) {
            draft.orElse(before, asks);
        }
    }

    /** The books as a change would make them; nothing is entered. */
    public static Books priced(Draft draft, Change change) {
        return books(draft.policy().pricing().change(draft.books(), change.ofTier(tier(draft)), draft.facts()));
    }

    /** The books with the charges that a payment's method brings; nothing is entered. */
    public static Books chosen(Draft draft, Books books, String method, String payment) {
        Change none = staying(draft, Change.none(draft.order().origin(), draft.now()));
        return books(draft.policy().pricing().chosen(books, method, payment, none, draft.facts()));
    }

    /** Adds the lines of an exchange. Lines whose stock is missing are taken off again. */
    public static void exchange(Draft draft, Change change) {
        enter(draft, books(draft.policy().pricing().exchange(draft.books(), staying(draft, change), draft.facts())));
    }

    /** Enters what goods weigh. What they weigh more is reserved, on backorder where it is not there; the money for it is captured. */
    public static void weigh(Draft draft, Map<String, Long> weights) {
        Books before = draft.books();
        Money covered = Payments.refundable(draft.order()).plus(Payments.capturing(draft.order()));
        for (Payment payment : before.payments()) {
            covered = covered.plus(Payments.room(draft.order(), payment));
        }
        enter(
                draft,
                books(draft.policy().pricing().weigh(before, weights, covered)),
                EffectKind.INVENTORY_RESERVE_BACKORDER);
    }

    /** Applies offers anew to what stays, where the policy for a reversal says so. */
    public static void requalify(Draft draft, ReversalPolicy policy) {
        if (policy == ReversalPolicy.REQUALIFY && !draft.books().isNothingLeft()) {
            Change none = staying(draft, Change.none(draft.order().origin(), draft.now()));
            enter(draft, books(draft.policy().pricing().requalify(draft.books(), none, draft.facts())));
        }
    }

    private static @Nullable String tier(Draft draft) {
        return draft.order().customer().memberTier();
    }

    /** A change of an order that goes where it went. */
    private static Change staying(Draft draft, Change change) {
        Destination to = Destination.of(
                draft.order().customer(), draft.books().shipping().method());
        return change.ofTier(tier(draft)).goingTo(to, false);
    }

    private static Books books(QuoteResult result) {
        if (result instanceof QuoteResult.Refused refused) {
            throw Draft.refuse(refused.problem().code(), refused.problem().message());
        }
        return ((QuoteResult.Quoted) result).books();
    }

    /** Enters a price. Returns the effect that has to be done last for it, of stock or of coupons; null if there is none. */
    private static @Nullable EffectKind enter(Draft draft, Books after) {
        return enter(draft, after, draft.policy().reserve());
    }

    private static @Nullable EffectKind enter(Draft draft, Books after, EffectKind reserving) {
        Books before = draft.books();
        if (after.prices().equals(before.prices())) {
            return null;
        }
        boolean holdsStock = before.lines().stream()
                .anyMatch(line -> line.units().promised() > 0 || line.units().shipped() > 0);
        draft.apply(new Event.OrderRepriced(after.prices()));
        List<LineQuantity> taken = new ArrayList<>();
        for (Line line : after.lines()) {
            Line old = before.line(line.id());
            long open = old == null ? 0 : old.units().open();
            if (line.units().open() > open) {
                taken.add(new LineQuantity(line.id(), line.units().open() - open));
            }
        }
        boolean swaps = isAnySwapped(before, after, taken);
        if (swaps) {
            Cancellations.release(draft, before);
        }
        EffectKind asks = ask(draft, holdsStock ? taken : List.of(), reserving);
        if (!swaps) {
            Cancellations.release(draft, before);
        }
        return asks;
    }

    /** Whether a change takes and frees units of one sku. It then releases before it reserves. */
    private static boolean isAnySwapped(Books before, Books after, List<LineQuantity> taken) {
        return UnitsByLocation.freed(before, after).stream()
                .flatMap(freed -> freed.lines().stream())
                .anyMatch(freed ->
                        taken.stream().anyMatch(one -> sku(before, freed).equals(sku(after, one))));
    }

    private static String sku(Books books, LineQuantity units) {
        Line line = books.line(units.line());
        return line == null ? "" : line.item().sku();
    }

    private static @Nullable EffectKind ask(Draft draft, List<LineQuantity> taken, EffectKind reserving) {
        boolean counts =
                draft.process().effects().contains(EffectKind.COUPONS_REDEEM.word()) && BenefitDesk.redeem(draft);
        if (!taken.isEmpty() && draft.policy().services().has(EffectKind.Service.INVENTORY)) {
            draft.want(reserving.units(null, taken));
            return reserving;
        }
        return counts ? EffectKind.COUPONS_REDEEM : null;
    }

    /**
     * Restores the order to before a change that could not be supplied. Coupons that the change brought and that were counted come
     * back. Coupons that the order had before keep their state, since one may have been counted while the change waited.
     *
     * @param holds whether the inventory still holds the units that the change was to free; otherwise they are reserved again
     */
    public static void restore(Draft draft, PendingChange change, boolean holds) {
        Prices prices = change.prices();
        List<Line> lines = new ArrayList<>();
        List<LineQuantity> freed = new ArrayList<>();
        for (Line old : prices.lines()) {
            Line now = draft.books().line(old.id());
            long let = now == null ? 0 : old.units().promised() - now.units().promised();
            if (holds || now == null || let <= 0) {
                lines.add(old);
            } else {
                lines.add(old.withUnits(old.units().holding(now.units())));
                freed.add(new LineQuantity(old.id(), let));
            }
        }
        List<String> counted = draft.books().coupons().stream()
                .filter(coupon -> coupon.state() == Coupon.State.REDEEMED && !isAmong(prices.coupons(), coupon))
                .map(Coupon::code)
                .toList();
        draft.apply(new Event.OrderRepriced(prices.with(lines, asFarAsNow(prices.coupons(), draft.books()))));
        if (!counted.isEmpty()) {
            draft.want(EffectKind.COUPONS_RETURN.coupons(counted));
        }
        if (!freed.isEmpty()) {
            draft.want(draft.policy().reserve().units(null, freed));
        }
    }

    /** The coupons that an order had, each as far as it is now. */
    private static List<Coupon> asFarAsNow(List<Coupon> before, Books now) {
        List<Coupon> coupons = new ArrayList<>(before);
        coupons.replaceAll(old -> now.coupons().stream()
                .filter(coupon -> coupon.code().equals(old.code()))
                .findFirst()
                .orElse(old));
        return coupons;
    }

    private static boolean isAmong(List<Coupon> coupons, Coupon coupon) {
        return coupons.stream().anyMatch(known -> known.code().equals(coupon.code()));
    }
}
