package org.orderengine.decision;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.process.EffectNames;

/**
 * What has to be given back so that the outside world agrees with the books: money beyond what the order costs, and benefits of
 * units that it no longer stands for. Computed from the books alone, less what is already owed, so that each thing comes back
 * exactly once.
 */
final class Settlement {

    private Settlement() {}

    /** Wants everything that is to be given back. */
    static void settle(Draft draft) {
        refundExcess(draft);
        if (draft.books().isNothingLeft()) {
            letGoOfPromises(draft);
            returnCoupons(draft);
        }
        returnPoints(draft);
    }

    private static void refundExcess(Draft draft) {
        Order order = draft.order();
        if (order.books().payments().isEmpty()) {
            return;
        }
        Money excess = order.totals().outstanding().negated();
        for (Payment payment : order.books().payments()) {
            excess = excess.minus(payment.kept().minus(PaymentOperations.refundable(order, payment)));
        }
        for (Wanted wanted : draft.wanted()) {
            if (wanted.name().equals(EffectNames.PAYMENT_REFUND) && wanted.amount() != null) {
                excess = excess.minus(wanted.amount());
            }
        }
        for (Payment payment : order.books().payments()) {
            Money part = excess.min(PaymentOperations.refundable(order, payment));
            if (part.isPositive()) {
                draft.want(Wanted.money(EffectNames.PAYMENT_REFUND, payment.id(), part));
                excess = excess.minus(part);
            }
        }
    }

    private static void letGoOfPromises(Draft draft) {
        for (Payment payment : draft.books().payments()) {
            Money room = PaymentOperations.room(draft.order(), payment);
            boolean wanted = draft.wants(effect -> effect.name().equals(EffectNames.PAYMENT_VOID)
                    && payment.id().equals(effect.subject()));
            if (room.isPositive() && !wanted) {
                draft.want(Wanted.money(EffectNames.PAYMENT_VOID, payment.id(), room));
            }
        }
    }

    private static void returnCoupons(Draft draft) {
        Books books = draft.books();
        boolean shipped = books.lines().stream().anyMatch(line -> line.units().shipped() > 0);
        if (shipped || isOwed(draft, EffectNames.COUPONS_RETURN)) {
            return;
        }
        List<String> codes = new ArrayList<>();
        for (Coupon coupon : books.coupons()) {
            if (coupon.state() == Coupon.State.REDEEMED) {
                codes.add(coupon.code());
            }
        }
        if (!codes.isEmpty()) {
            draft.want(Wanted.coupons(EffectNames.COUPONS_RETURN, codes));
        }
    }

    private static void returnPoints(Draft draft) {
        long due = draft.books().points().spent() - draft.books().points().returned();
        if (due == 0) {
            return;
        }
        for (Line line : draft.books().lines()) {
            due -= line.basis().remainingPoints();
        }
        for (OwedEffect effect : draft.flow().effects()) {
            if (effect.name().equals(EffectNames.POINTS_RETURN)) {
                due -= effect.points();
            }
        }
        for (Wanted wanted : draft.wanted()) {
            if (wanted.name().equals(EffectNames.POINTS_RETURN)) {
                due -= wanted.points();
            }
        }
        if (due > 0) {
            draft.want(Wanted.points(EffectNames.POINTS_RETURN, due));
        }
    }

    private static boolean isOwed(Draft draft, String effect) {
        return draft.flow().effects().stream().anyMatch(owed -> owed.name().equals(effect))
                || draft.wants(wanted -> wanted.name().equals(effect));
    }
}
