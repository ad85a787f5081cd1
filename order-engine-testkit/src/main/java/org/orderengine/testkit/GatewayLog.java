package org.orderengine.testkit;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.Effect.Charge;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Money;
import org.orderengine.testkit.MoneyMovement.Kind;

/**
 * The money that a fake gateway moved. It checks its caller: it captures no more than was authorized, where anything was, and refunds no
 * more of an order's money than came in. For one thread at a time: the gateway guards it.
 */
final class GatewayLog {

    private record Account(String orderId, String payment) {}

    private static final class Sums {
        private long authorized;
        private long captured;
        private long voided;
    }

    private final Map<Account, Sums> payments = new HashMap<>();
    private final Map<String, Long> keptByOrder = new HashMap<>();
    private final List<MoneyMovement> movements = new ArrayList<>();

    EffectResult authorize(String orderId, String key, Charge charge, Money promised) {
        sums(orderId, charge).authorized += promised.minorUnits();
        return done(Kind.AUTHORIZED, orderId, key, charge, promised);
    }

    /**
     * Captures an amount, which may differ from what is asked; the rest of what is asked is let go. Where it is the last that is captured, the
     * rest of the promise is let go.
     */
    EffectResult capture(String orderId, String key, Charge charge, Money taken, boolean lastOne) {
        Sums sums = sums(orderId, charge);
        if (sums.authorized > 0 && sums.captured + taken.minorUnits() > sums.authorized - sums.voided) {
            return EffectResult.declined(
                    "capture-exceeds-authorization",
                    "Payment " + charge.payment() + " of order " + orderId + " has less than " + charge.amount()
                            + " left to capture");
        }
        sums.captured += taken.minorUnits();
        sums.voided += sums.authorized > 0 ? Math.max(0, minor(charge) - taken.minorUnits()) : 0;
        sums.voided += lastOne && sums.authorized > 0 ? sums.authorized - sums.voided - sums.captured : 0;
        keptByOrder.merge(orderId, taken.minorUnits(), Math::addExact);
        return done(Kind.CAPTURED, orderId, key, charge, taken);
    }

    EffectResult voidAuthorization(String orderId, String key, Charge charge) {
        Sums sums = sums(orderId, charge);
        if (sums.authorized == 0 && sums.captured == 0) {
            return EffectResult.done();
        }
        if (minor(charge) > sums.authorized - sums.voided - sums.captured) {
            return EffectResult.declined(
                    "void-exceeds-authorization",
                    "Payment " + charge.payment() + " of order " + orderId + " has less than " + charge.amount()
                            + " left to void");
        }
        sums.voided += minor(charge);
        return done(Kind.VOIDED, orderId, key, charge);
    }

    EffectResult refund(String orderId, String key, Charge charge) {
        long kept = keptByOrder.getOrDefault(orderId, 0L);
        if (minor(charge) > kept) {
            return EffectResult.declined(
                    "refund-exceeds-capture",
                    "Order " + orderId + " has less than " + charge.amount() + " left to refund");
        }
        keptByOrder.put(orderId, kept - minor(charge));
        return done(Kind.REFUNDED, orderId, key, charge);
    }

    /** Money arrived; false if it had arrived under this reference before. */
    boolean receive(String orderId, @Nullable String payment, String method, Money amount, String reference) {
        if (received(orderId, reference).isPresent()) {
            return false;
        }
        keptByOrder.merge(orderId, amount.minorUnits(), Math::addExact);
        movements.add(new MoneyMovement(Kind.RECEIVED, orderId, payment, method, amount, reference));
        return true;
    }

    /** Money went back without a call; false if it had gone back under this reference before. */
    boolean giveBack(String orderId, @Nullable String payment, String method, Money amount, String reference) {
        if (movement(Kind.REFUNDED, orderId, reference).isPresent()) {
            return false;
        }
        keptByOrder.merge(orderId, -amount.minorUnits(), Math::addExact);
        movements.add(new MoneyMovement(Kind.REFUNDED, orderId, payment, method, amount, reference));
        return true;
    }

    /** A refund without a call is not so. */
    void withdraw(String orderId, String reference) {
        movement(Kind.REFUNDED, orderId, reference).ifPresent(movement -> {
            keptByOrder.merge(orderId, movement.amount().minorUnits(), Math::addExact);
            movements.remove(movement);
        });
    }

    /** What was captured is gone again. */
    void failCapture(String orderId, String payment, String method, Money amount, String reference) {
        Sums sums = payments.computeIfAbsent(new Account(orderId, payment), account -> new Sums());
        sums.captured -= amount.minorUnits();
        sums.voided += amount.minorUnits();
        keptByOrder.merge(orderId, -amount.minorUnits(), Math::addExact);
        movements.add(new MoneyMovement(Kind.CAPTURE_FAILED, orderId, payment, method, amount, reference));
    }

    /** What was given back is there again. */
    void failRefund(String orderId, String payment, String method, Money amount, String reference) {
        keptByOrder.merge(orderId, amount.minorUnits(), Math::addExact);
        movements.add(new MoneyMovement(Kind.REFUND_FAILED, orderId, payment, method, amount, reference));
    }

    /** Money that had arrived was sent back without a call. */
    void bounce(String orderId, String reference) {
        received(orderId, reference).ifPresent(movement -> {
            keptByOrder.merge(orderId, -movement.amount().minorUnits(), Math::addExact);
            movements.remove(movement);
        });
    }

    private Optional<MoneyMovement> received(String orderId, String reference) {
        return movement(Kind.RECEIVED, orderId, reference);
    }

    private Optional<MoneyMovement> movement(Kind kind, String orderId, String reference) {
        return movements.stream()
                .filter(movement -> movement.kind() == kind
                        && movement.orderId().equals(orderId)
                        && movement.key().equals(reference))
                .findFirst();
    }

    List<MoneyMovement> movements() {
        return List.copyOf(movements);
    }

    Money sum(Currency currency, Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return movements.stream()
                .filter(movement -> wanted.contains(movement.kind())
                        && movement.amount().currency().equals(currency))
                .map(MoneyMovement::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    private EffectResult done(Kind kind, String orderId, String key, Charge charge) {
        return done(kind, orderId, key, charge, charge.amount());
    }

    private EffectResult done(Kind kind, String orderId, String key, Charge charge, Money moved) {
        movements.add(new MoneyMovement(kind, orderId, charge.payment(), charge.method(), moved, key));
        String reference = "fake-" + movements.size();
        return moved.equals(charge.amount()) ? EffectResult.done(reference) : EffectResult.done(reference, moved);
    }

    private Sums sums(String orderId, Charge charge) {
        return payments.computeIfAbsent(new Account(orderId, charge.payment()), account -> new Sums());
    }

    private static long minor(Charge charge) {
        return charge.amount().minorUnits();
    }
}
