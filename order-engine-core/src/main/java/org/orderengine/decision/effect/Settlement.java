package org.orderengine.decision.effect;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.HostPolicy;
import org.orderengine.decision.draft.Payments;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Intent;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.Points;
import org.orderengine.model.Totals;
import org.orderengine.policy.CouponPolicy;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * Settles an order: wants everything that has to be given back so that the outside agrees with the books.
 *
 * <ol>
 *   <li>Money that was captured beyond what the order costs is refunded.
 *   <li>Where nothing is outstanding, and nothing is still to be weighed, or nothing is left of the order, or it has ended, authorized
 *       amounts are voided.
 *   <li>Where nothing is left of it, used coupons come back, as the shop's policy says.
 *   <li>Spent points of units that it no longer stands for come back.
 *   <li>Granted points are taken back pro rata, as far as the money that they were granted for went back.
 * </ol>
 *
 * <p>It is computed from the books alone, less what is already owed. Settling twice therefore gives nothing back twice.
 */
public final class Settlement {

    private Settlement() {}

    /** Wants everything that is to be given back. */
    public static void settle(Draft draft) {
        Refunds.wantExcess(draft);
        boolean nothingLeft = draft.books().isNothingLeft();
        if (nothingLeft || draft.order().position().ended() || isNothingOutstanding(draft)) {
            letGoOfPromises(draft);
        }
        if (nothingLeft) {
            returnCoupons(draft);
        }
        returnPoints(draft);
        clawBackPoints(draft);
    }

    /** Whether a promise would bring money that is not owed, also if a change that waits is taken back. */
    private static boolean isNothingOutstanding(Draft draft) {
        return draft.books().lines().stream().noneMatch(Line::isToBeWeighed)
                && !draft.order().totals().outstanding().isPositive()
                && !draft.otherwise().totals().outstanding().isPositive();
    }

    private static void letGoOfPromises(Draft draft) {
        for (Payment payment : draft.books().payments()) {
            Money room = Payments.room(draft.order(), payment);
            boolean wanted = draft.wants(
                    effect -> EffectKind.PAYMENT_VOID.is(effect) && payment.id().equals(effect.subject()));
            if (room.isPositive() && !wanted) {
                draft.want(EffectKind.PAYMENT_VOID.money(payment.id(), room));
            }
        }
    }

    private static void returnCoupons(Draft draft) {
        Books books = draft.books();
        if (isOwed(draft, EffectKind.COUPONS_RETURN)) {
            return;
        }
        List<String> codes = new ArrayList<>();
        for (Coupon coupon : books.coupons()) {
            if (coupon.state() == Coupon.State.REDEEMED && comesBack(draft, coupon)) {
                codes.add(coupon.code());
            }
        }
        if (!codes.isEmpty()) {
            draft.want(EffectKind.COUPONS_RETURN.coupons(codes));
        }
    }

    private static boolean comesBack(Draft draft, Coupon coupon) {
        CouponPolicy policy = draft.policy().reversal().coupons();
        return HostPolicy.ask(
                () -> policy.comesBack(draft.order(), coupon),
                CouponPolicy.UNLESS_SHIPPED.comesBack(draft.order(), coupon));
    }

    private static void returnPoints(Draft draft) {
        long due = draft.books().points().spent() - draft.books().points().returned();
        if (due == 0) {
            return;
        }
        due -= Math.max(points(draft.books()), points(draft.otherwise()));
        due -= owedPoints(draft, EffectKind.POINTS_RETURN);
        if (due > 0) {
            draft.want(EffectKind.POINTS_RETURN.points(due));
        }
    }

    private static long points(Books books) {
        long points = 0;
        for (Line line : books.lines()) {
            points += line.basis().remainingPoints();
        }
        return points;
    }

    /** Takes back points pro rata, as far as the money that they were granted for went back. */
    private static void clawBackPoints(Draft draft) {
        Points points = draft.books().points();
        if (points.granted() == points.clawedBack()) {
            return;
        }
        Totals totals = draft.order().totals();
        Money costs = draft.books().totalOfGoods().max(draft.otherwise().totalOfGoods());
        Money kept = totals.captured().minus(totals.refunded()).minus(totals.chargedBack());
        long due = points.granted()
                - points.deserved(costs.min(kept).minorUnits())
                - points.clawedBack()
                - owedPoints(draft, EffectKind.POINTS_CLAW_BACK);
        if (due > 0) {
            draft.want(EffectKind.POINTS_CLAW_BACK.points(due));
        }
    }

    /** The points that an effect of that kind is about to move. */
    private static long owedPoints(Draft draft, EffectKind kind) {
        long owed = 0;
        for (OwedEffect effect : draft.flow().effects()) {
            if (kind.is(effect)) {
                owed += effect.points();
            }
        }
        for (Intent wanted : draft.wanted()) {
            if (kind.is(wanted)) {
                owed += wanted.points();
            }
        }
        return owed;
    }

    private static boolean isOwed(Draft draft, EffectKind kind) {
        return draft.flow().effects().stream().anyMatch(kind::is) || draft.wants(kind::is);
    }
}
