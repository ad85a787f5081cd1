package org.orderengine.decision.draft;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Intent;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.process.EffectNames;

/** What undoes work that was done. */
public final class Wanted {

    private Wanted() {}

    /** What undoes an effect that was done, or null where there is nothing to undo; stock is given back by the books. */
    public static @Nullable Intent undoing(OwedEffect done) {
        return switch (done.name()) {
            case EffectNames.COUPONS_REDEEM -> Intent.coupons(EffectNames.COUPONS_RETURN, done.codes());
            case EffectNames.POINTS_SPEND -> Intent.points(EffectNames.POINTS_RETURN, done.points());
            case EffectNames.PAYMENT_AUTHORIZE -> payment(EffectNames.PAYMENT_VOID, done);
            case EffectNames.PAYMENT_CAPTURE -> payment(EffectNames.PAYMENT_REFUND, done);
            default -> null;
        };
    }

    /** As much of it as there is: a promise that was taken meanwhile cannot be let go; null where nothing is left. */
    public static @Nullable Intent within(Order order, Intent intent) {
        Money amount = intent.amount();
        Payment payment = amount == null || intent.subject() == null
                ? null
                : order.books().payment(intent.subject());
        if (payment == null || amount == null) {
            return intent;
        }
        Money room =
                switch (intent.name()) {
                    case EffectNames.PAYMENT_VOID -> Payments.room(order, payment);
                    case EffectNames.PAYMENT_REFUND -> Payments.refundable(order, payment);
                    default -> amount;
                };
        Money part = amount.min(room);
        return part.isPositive() ? Intent.money(intent.name(), payment.id(), part) : null;
    }

    private static @Nullable Intent payment(String name, OwedEffect done) {
        return done.subject() == null || done.amount() == null ? null : Intent.money(name, done.subject(), done.amount());
    }
}
