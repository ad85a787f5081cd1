package org.orderengine.process.vocabulary;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.Return;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.process.GuardNames;
import org.orderengine.spi.rule.Guard;

/** What the built-in guards of {@link GuardNames} ask of an order. */
final class OrderGuards {

    private OrderGuards() {}

    /** By name; those that speak of deposits answer by a policy. */
    static Map<String, Guard> all(DepositPolicy deposits) {
        Map<String, Guard> guards = new LinkedHashMap<>();
        guards.put(GuardNames.FULLY_PAID, context -> outstanding(context.order()));
        guards.put(GuardNames.FULLY_PROMISED, context -> unpromised(context.order()));
        guards.put(
                GuardNames.SOMETHING_UNPROMISED,
                context -> unpromised(context.order()) == null ? "all that is outstanding is promised" : null);
        guards.put(GuardNames.SOMETHING_SHIPPED, context -> isAnyShipped(context.order()) ? null : "no unit has left");
        guards.put(
                GuardNames.NOTHING_OPEN,
                context -> context.order().books().isNothingUnshipped() ? null : "some units are not shipped");
        guards.put(
                GuardNames.SOMETHING_OPEN,
                context -> context.order().books().isNothingUnshipped() ? "nothing is left to ship" : null);
        guards.put(GuardNames.SOMETHING_HELD, context -> isAnyHeld(context.order()) ? null : "no unit is held");
        guards.put(
                GuardNames.NOTHING_LEFT,
                context -> context.order().books().isNothingLeft() ? null : "some units remain");
        guards.put(
                GuardNames.NO_RETURN_OPEN,
                context ->
                        context.order().books().returns().stream().allMatch(Return::ended) ? null : "a return is open");
        guards.put(
                GuardNames.NOTHING_PROPOSED,
                context -> proposed(context.order().flow().proposal()));
        guards.put(GuardNames.ALL_DELIVERED, context -> undelivered(context.order()));
        guards.put(GuardNames.DEPOSIT_COVERED, context -> missingDeposit(context.order(), deposits));
        guards.put(GuardNames.DEPOSIT_KEPT, context -> deposits.kept() ? null : "deposits are given back");
        return guards;
    }

    private static boolean isAnyShipped(Order order) {
        return order.books().lines().stream().anyMatch(line -> line.units().shipped() > 0);
    }

    private static boolean isAnyHeld(Order order) {
        return order.books().lines().stream().anyMatch(line -> line.units().reserved() > 0);
    }

    private static @Nullable String missingDeposit(Order order, DepositPolicy deposits) {
        Money deposit = deposits.depositOf(order);
        Money minimum = deposits.minimumOf(order);
        return deposit.isPositive() && deposit.compareTo(minimum) >= 0
                ? null
                : deposit + " paid of a deposit of at least " + minimum;
    }

    private static @Nullable String proposed(@Nullable ProposedChange proposed) {
        return proposed == null ? null : "change " + proposed.id() + " waits to be confirmed";
    }

    private static @Nullable String outstanding(Order order) {
        Money outstanding = order.totals().outstanding().minus(order.books().expectedBack());
        if (!outstanding.isPositive()) {
            return null;
        }
        Money promised = promised(order);
        return promised.isPositive()
                ? outstanding + " outstanding, of which " + outstanding.min(promised)
                        + " is promised: capture takes it, void or expire-authorization frees it"
                : outstanding + " outstanding";
    }

    private static @Nullable String unpromised(Order order) {
        Money unpromised =
                order.totals().outstanding().minus(order.books().expectedBack()).minus(promised(order));
        return unpromised.isPositive() ? unpromised + " is neither paid nor promised" : null;
    }

    /** What payment providers have promised, and is neither being captured nor voided. */
    private static Money promised(Order order) {
        Money promised = order.books().money(0);
        for (Payment payment : order.books().payments()) {
            promised = promised.plus(payment.capturable());
        }
        for (OwedEffect effect : order.flow().effects()) {
            boolean isOfPromise = EffectKind.PAYMENT_CAPTURE.is(effect) || EffectKind.PAYMENT_VOID.is(effect);
            Payment payment = effect.subject() == null ? null : order.books().payment(effect.subject());
            if (isOfPromise && effect.amount() != null && payment != null) {
                promised = promised.minus(effect.amount().min(payment.capturable()));
            }
        }
        return promised;
    }

    private static @Nullable String undelivered(Order order) {
        for (Line line : order.books().lines()) {
            if (line.units().unshipped() > 0
                    || line.units().delivered() < line.units().shipped()) {
                return "some units are not delivered";
            }
        }
        return null;
    }
}
