package org.orderengine.decision.draft;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.process.vocabulary.EffectKind;

/** The amounts of an order's payments that can still be requested, captured, voided or refunded. */
public final class Payments {

    private Payments() {}

    /** Whether an effect asks a payment's provider for money. */
    public static boolean isOfPayment(OwedEffect effect) {
        return EffectKind.of(effect).isCharge();
    }

    /** The amount that the buyer may still set out to pay: outstanding − expected back − payments under way, never negative. */
    public static Money payable(Order order) {
        long payable =
                order.totals().outstanding().minus(order.books().expectedBack()).minorUnits();
        for (Payment payment : order.books().payments()) {
            payable -= intended(order, payment);
        }
        return order.books().money(Math.max(0, payable));
    }

    /** The amount that a payment may still bring: authorized or requested, and neither captured nor voided nor about to be. */
    private static long intended(Order order, Payment payment) {
        if (payment.capturable().isPositive()) {
            return payment.capturable()
                    .minus(pending(order, payment, kind -> kind == EffectKind.PAYMENT_VOID))
                    .minorUnits();
        }
        boolean isAskedFor = payment.captured().isZero() && chargeUnderWay(order, payment) != null;
        return isAskedFor ? payment.requested().minorUnits() : 0;
    }

    /** The first effect that asks the provider of a payment for money and is not answered; null if there is none. */
    public static @Nullable OwedEffect chargeUnderWay(Order order, Payment payment) {
        for (OwedEffect effect : order.flow().effects()) {
            if (isOfPayment(effect) && payment.id().equals(effect.subject())) {
                return effect;
            }
        }
        return null;
    }

    /** The amount that is still to be captured: outstanding − expected back − captures under way, never negative. */
    public static Money uncaptured(Order order) {
        Money uncaptured =
                order.totals().outstanding().minus(order.books().expectedBack()).minus(capturing(order));
        return uncaptured.max(order.books().money(0));
    }

    /** The amount of captures that are owed. */
    public static Money capturing(Order order) {
        Money capturing = order.books().money(0);
        for (Payment payment : order.books().payments()) {
            capturing = capturing.plus(pending(order, payment, kind -> kind == EffectKind.PAYMENT_CAPTURE));
        }
        return capturing;
    }

    /** The amount captured by all payments, and neither refunded nor about to be. */
    public static Money refundable(Order order) {
        Money sum = order.books().money(0);
        for (Payment payment : order.books().payments()) {
            sum = sum.plus(refundable(order, payment));
        }
        return sum;
    }

    /** The amount captured by one payment, and neither refunded nor about to be. */
    public static Money refundable(Order order, Payment payment) {
        return payment.kept()
                .minus(pending(order, payment, EffectKind::isRefund))
                .max(order.books().money(0));
    }

    /** The amount authorized, and neither captured nor voided nor about to be. */
    public static Money room(Order order, Payment payment) {
        return payment.capturable()
                .minus(pending(
                        order, payment, kind -> kind == EffectKind.PAYMENT_CAPTURE || kind == EffectKind.PAYMENT_VOID));
    }

    private static Money pending(Order order, Payment payment, Predicate<EffectKind> kinds) {
        Money sum = order.books().money(0);
        for (OwedEffect effect : order.flow().effects()) {
            if (payment.id().equals(effect.subject()) && effect.amount() != null && kinds.test(EffectKind.of(effect))) {
                sum = sum.plus(effect.amount());
            }
        }
        return sum;
    }
}
