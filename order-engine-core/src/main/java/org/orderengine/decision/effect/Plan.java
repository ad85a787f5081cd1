package org.orderengine.decision.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Held;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.Places;
import org.orderengine.decision.draft.Wanted;
import org.orderengine.event.Event;
import org.orderengine.model.Coupon;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Totals;
import org.orderengine.policy.PointsPolicy;
import org.orderengine.process.EffectNames;

/** What the effects that a definition names come to for an order, by its books. */
public final class Plan {

    private static final Set<String> PAYING = Set.of(EffectNames.PAYMENT_AUTHORIZE, EffectNames.PAYMENT_CAPTURE);
    private static final Set<String> REVERSING = Set.of(
            EffectNames.INVENTORY_RELEASE,
            EffectNames.PAYMENT_VOID,
            EffectNames.PAYMENT_REFUND,
            EffectNames.PAYMENT_CREDIT,
            EffectNames.COUPONS_RETURN,
            EffectNames.POINTS_RETURN,
            EffectNames.POINTS_CLAW_BACK);

    private static final Set<String> REPORTING = Set.of(
            EffectNames.INVENTORY_CONSUME,
            EffectNames.INVENTORY_RESTOCK,
            EffectNames.INVENTORY_FILL,
            EffectNames.INVENTORY_TAKE_BACK,
            EffectNames.LOGISTICS_CANCEL);

    private Plan() {}

    /** Wants what a named effect comes to. Payments that were asked for are wanted already. */
    public static void want(Draft draft, String effect) {
        switch (effect) {
            case EffectNames.INVENTORY_RESERVE -> reserve(draft, draft.policy().reserve());
            case EffectNames.INVENTORY_RESERVE_PARTIAL, EffectNames.INVENTORY_RESERVE_BACKORDER ->
                reserve(draft, effect);
            case EffectNames.COUPONS_REDEEM -> redeem(draft);
            case EffectNames.POINTS_SPEND -> spend(draft);
            case EffectNames.POINTS_GRANT -> grant(draft);
            case EffectNames.PAYMENT_AUTHORIZE, EffectNames.PAYMENT_CAPTURE -> {
                // the action that asked for the payment wants it
            }
            case EffectNames.GOODS_DELIVER -> deliver(draft);
            case EffectNames.DEPOSIT_KEEP -> keepDeposit(draft);
            case EffectNames.PROPOSAL_DROP -> Proposals.drop(draft);
            case EffectNames.REVERSE -> {
                Cancellations.cancelAll(draft);
                Settlement.settle(draft);
            }
            default -> draft.want(Wanted.named(effect));
        }
    }

    /** Whether wanted work is part of a named effect. */
    public static boolean belongs(Wanted wanted, String effect) {
        return switch (effect) {
            case EffectNames.INVENTORY_RESERVE -> EffectNames.isReserving(wanted.name());
            case EffectNames.PAYMENT_CAPTURE -> PAYING.contains(wanted.name());
            case EffectNames.REVERSE -> REVERSING.contains(wanted.name());
            default -> wanted.name().equals(effect);
        };
    }

    /** Whether effects of one busy state wait for each other: those that lead on do, those that give back do not. */
    public static boolean isGivingBack(OwedEffect effect) {
        return REVERSING.contains(effect.name());
    }

    /** Whether a service cannot say no for good: what it is asked to do gives something back, or has happened already. */
    public static boolean isDueWhateverIsSaid(OwedEffect effect) {
        return isGivingBack(effect) || REPORTING.contains(effect.name()) || isReplacing(effect);
    }

    /** Whether goods are asked for that take the place of a parcel that is lost. */
    private static boolean isReplacing(OwedEffect effect) {
        return EffectNames.isReserving(effect.name()) && effect.subject() != null;
    }

    private static void reserve(Draft draft, String effect) {
        if (!draft.policy().services().inventory()) {
            return;
        }
        List<LineQuantity> open = new ArrayList<>();
        for (Line line : draft.books().lines()) {
            if (line.units().open() > 0) {
                open.add(new LineQuantity(line.id(), line.units().open()));
            }
        }
        if (!open.isEmpty()) {
            draft.want(Wanted.units(effect, null, open));
        }
    }

    private static void deliver(Draft draft) {
        List<LineQuantity> lines = Held.shippable(draft.order());
        Set<String> names = new HashSet<>();
        for (Places.Place place : Places.parcels(draft.order(), lines)) {
            String name = Names.next(
                    "s",
                    draft.books().shipments().size(),
                    taken -> draft.books().shipment(taken) != null || names.contains(taken));
            names.add(name);
            draft.want(Wanted.units(EffectNames.GOODS_DELIVER, name, place.lines(), place.location()));
        }
    }

    /** Nobody is asked for it: the money is there already, and {@code reverse} leaves it. */
    private static void keepDeposit(Draft draft) {
        Money deposit = draft.policy().deposits().depositOf(draft.order());
        if (deposit.isPositive()) {
            draft.apply(new Event.DepositKept(deposit));
        }
    }

    /** Wants the coupons counted that are not yet, nor about to be; says whether there are any. */
    static boolean redeem(Draft draft) {
        List<String> codes = new ArrayList<>();
        for (Coupon coupon : draft.books().coupons()) {
            if (coupon.state() == Coupon.State.CARRIED && !isAboutToCount(draft, coupon.code())) {
                codes.add(coupon.code());
            }
        }
        boolean wanted = !codes.isEmpty() && draft.policy().services().benefits();
        if (wanted) {
            draft.want(Wanted.coupons(EffectNames.COUPONS_REDEEM, codes));
        }
        return wanted;
    }

    private static boolean isAboutToCount(Draft draft, String code) {
        return draft.flow().effects().stream()
                        .anyMatch(owed -> owed.name().equals(EffectNames.COUPONS_REDEEM)
                                && owed.codes().contains(code))
                || draft.wants(wanted -> wanted.name().equals(EffectNames.COUPONS_REDEEM)
                        && wanted.codes().contains(code));
    }

    private static void spend(Draft draft) {
        long points = draft.books().points().returned() - draft.books().points().spent();
        for (Line line : draft.books().lines()) {
            points += line.basis().remainingPoints();
        }
        if (points > 0 && draft.policy().services().benefits()) {
            draft.want(Wanted.points(EffectNames.POINTS_SPEND, points));
        }
    }

    private static void grant(Draft draft) {
        PointsPolicy membership = draft.policy().pricing().policy().points();
        if (membership == null || draft.order().origin().buyer() == null) {
            return;
        }
        Totals totals = draft.order().totals();
        Money paid = kept(totals);
        long points = membership.earnedBy(paid) - draft.books().points().granted();
        if (points > 0 && draft.policy().services().benefits()) {
            draft.want(Wanted.granted(points, paid));
        }
    }

    /** What was paid and stays: what is beyond the total goes back, if it has not yet. */
    private static Money kept(Totals totals) {
        Money paid = totals.captured().minus(totals.refunded()).minus(totals.chargedBack());
        return paid.compareTo(totals.total()) > 0 ? totals.total() : paid;
    }
}
