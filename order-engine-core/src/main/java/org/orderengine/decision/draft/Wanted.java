package org.orderengine.decision.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.process.EffectNames;

/** Outside work that a decision found to be needed, before it is known who waits for it. */
public record Wanted(
        String name,
        @Nullable String subject,
        @Nullable Money amount,
        List<LineQuantity> lines,
        List<String> codes,
        long points,
        @Nullable String location) {

    public static Wanted units(String name, @Nullable String subject, List<LineQuantity> lines) {
        return units(name, subject, lines, null);
    }

    /** Something about units at a location. */
    public static Wanted units(
            String name, @Nullable String subject, List<LineQuantity> lines, @Nullable String location) {
        return new Wanted(name, subject, null, lines, List.of(), 0, location);
    }

    public static Wanted money(String name, String payment, Money amount) {
        return new Wanted(name, payment, amount, List.of(), List.of(), 0, null);
    }

    public static Wanted coupons(String name, List<String> codes) {
        return new Wanted(name, null, null, List.of(), codes, 0, null);
    }

    public static Wanted points(String name, long points) {
        return new Wanted(name, null, null, List.of(), List.of(), points, null);
    }

    /** Points that are granted for an amount. */
    public static Wanted granted(long points, Money on) {
        return new Wanted(EffectNames.POINTS_GRANT, null, on, List.of(), List.of(), points, null);
    }

    public static Wanted named(String name) {
        return new Wanted(name, null, null, List.of(), List.of(), 0, null);
    }

    /** What undoes an effect that was done, or null where there is nothing to undo; stock is given back by the books. */
    public static @Nullable Wanted undoing(OwedEffect done) {
        return switch (done.name()) {
            case EffectNames.COUPONS_REDEEM -> coupons(EffectNames.COUPONS_RETURN, done.codes());
            case EffectNames.POINTS_SPEND -> points(EffectNames.POINTS_RETURN, done.points());
            case EffectNames.PAYMENT_AUTHORIZE -> payment(EffectNames.PAYMENT_VOID, done);
            case EffectNames.PAYMENT_CAPTURE -> payment(EffectNames.PAYMENT_REFUND, done);
            default -> null;
        };
    }

    /** As much of it as there is: a promise that was taken meanwhile cannot be let go; null where nothing is left. */
    @Nullable
    public Wanted within(Order order) {
        Payment payment =
                amount == null || subject == null ? null : order.books().payment(subject);
        if (payment == null || amount == null) {
            return this;
        }
        Money room =
                switch (name) {
                    case EffectNames.PAYMENT_VOID -> Payments.room(order, payment);
                    case EffectNames.PAYMENT_REFUND -> Payments.refundable(order, payment);
                    default -> amount;
                };
        Money part = amount.min(room);
        return part.isPositive() ? money(name, payment.id(), part) : null;
    }

    private static @Nullable Wanted payment(String name, OwedEffect done) {
        return done.subject() == null || done.amount() == null ? null : money(name, done.subject(), done.amount());
    }
}
