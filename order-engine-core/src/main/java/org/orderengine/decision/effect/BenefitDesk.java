package org.orderengine.decision.effect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.effect.Effect;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Intent;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Totals;
import org.orderengine.policy.PointsPolicy;
import org.orderengine.process.vocabulary.EffectKind;

/** The effects of the host's coupons and points. */
final class BenefitDesk implements Desk {

    @Override
    public List<Duty> duties() {
        return List.of(
                Duty.of(
                                EffectKind.COUPONS_REDEEM,
                                (order, effect) -> new Effect.RedeemCoupons(buyer(order), effect.codes()))
                        .planned(BenefitDesk::redeem)
                        .booked((draft, effect, done) -> draft.apply(new Event.CouponsRedeemed(effect.codes()))),
                Duty.of(
                                EffectKind.COUPONS_RETURN,
                                (order, effect) -> new Effect.ReturnCoupons(buyer(order), effect.codes()))
                        .booked((draft, effect, done) -> draft.apply(new Event.CouponsReturned(effect.codes()))),
                Duty.of(
                                EffectKind.POINTS_SPEND,
                                (order, effect) -> new Effect.SpendPoints(buyer(order), effect.points()))
                        .planned(BenefitDesk::spend)
                        .booked((draft, effect, done) -> draft.apply(new Event.PointsSpent(effect.points()))),
                Duty.of(
                                EffectKind.POINTS_RETURN,
                                (order, effect) -> new Effect.ReturnPoints(buyer(order), effect.points()))
                        .booked((draft, effect, done) -> draft.apply(new Event.PointsReturned(effect.points()))),
                Duty.of(
                                EffectKind.POINTS_GRANT,
                                (order, effect) -> new Effect.GrantPoints(buyer(order), effect.points()))
                        .planned(BenefitDesk::grant)
                        .booked((draft, effect, done) -> granted(draft, effect)),
                Duty.of(
                                EffectKind.POINTS_CLAW_BACK,
                                (order, effect) -> new Effect.ClawBackPoints(buyer(order), effect.points()))
                        .booked((draft, effect, done) -> draft.apply(new Event.PointsClawedBack(effect.points()))));
    }

    private static @Nullable String buyer(Order order) {
        return order.origin().buyer();
    }

    /** Wants the redemption of coupons that are neither redeemed nor about to be. Returns whether there are any. */
    static boolean redeem(Draft draft) {
        List<String> codes = new ArrayList<>();
        for (Coupon coupon : draft.books().coupons()) {
            if (coupon.state() == Coupon.State.CARRIED && !isAboutToCount(draft, coupon.code())) {
                codes.add(coupon.code());
            }
        }
        boolean wanted = !codes.isEmpty() && draft.policy().services().has(EffectKind.Service.BENEFIT);
        if (wanted) {
            draft.want(EffectKind.COUPONS_REDEEM.coupons(codes));
        }
        return wanted;
    }

    private static boolean isAboutToCount(Draft draft, String code) {
        return draft.flow().effects().stream()
                        .anyMatch(owed -> EffectKind.COUPONS_REDEEM.is(owed)
                                && owed.codes().contains(code))
                || draft.wants(wanted ->
                        EffectKind.COUPONS_REDEEM.is(wanted) && wanted.codes().contains(code));
    }

    private static void spend(Draft draft) {
        long points = draft.books().points().returned() - draft.books().points().spent();
        for (Line line : draft.books().lines()) {
            points += line.basis().remainingPoints();
        }
        if (points > 0 && draft.policy().services().has(EffectKind.Service.BENEFIT)) {
            draft.want(EffectKind.POINTS_SPEND.points(points));
        }
    }

    private static void grant(Draft draft) {
        PointsPolicy membership = draft.policy().pricing().policy().points();
        if (membership == null || draft.order().origin().buyer() == null) {
            return;
        }
        Money paid = kept(draft.books());
        long points = membership.earnedBy(paid) - draft.books().points().granted();
        if (points > 0 && draft.policy().services().has(EffectKind.Service.BENEFIT)) {
            String name = EffectKind.POINTS_GRANT.word();
            draft.want(new Intent(name, null, paid, List.of(), List.of(), points, null));
        }
    }

    /** The money that was paid for goods and stays: money beyond what they cost goes back, if it has not yet, or is for charges. */
    private static Money kept(Books books) {
        Totals totals = books.totals();
        Money paid = totals.captured().minus(totals.refunded()).minus(totals.chargedBack());
        return paid.min(Settlement.withoutCharges(books)).max(books.money(0));
    }

    private static void granted(Draft draft, OwedEffect effect) {
        Money on = effect.amount() == null ? draft.books().money(0) : effect.amount();
        draft.apply(new Event.PointsGranted(effect.points(), on));
    }

    /** A coupon counts again only after it came back. */
    @Override
    public boolean waits(OwedEffect effect, OwedEffect earlier) {
        return EffectKind.COUPONS_REDEEM.is(effect)
                && EffectKind.COUPONS_RETURN.is(earlier)
                && !Collections.disjoint(effect.codes(), earlier.codes());
    }
}
