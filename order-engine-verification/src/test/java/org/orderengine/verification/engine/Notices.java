package org.orderengine.verification.engine;

import java.util.List;
import java.util.Random;
import org.orderengine.command.Action;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.testkit.MoneyMovement;

/** Notifications of a provider that tells the truth: of what its log has, late and again. */
final class Notices {

    private Notices() {}

    /** What a provider does and tells of by itself, of a payment that brought money: of an amount that no other notice has. */
    static void surprise(TestShop shop, String id, Random random) {
        List<Payment> payments = shop.order(id).books().payments().stream()
                .filter(payment -> payment.captured().isPositive())
                .toList();
        if (payments.isEmpty()) {
            return;
        }
        Payment payment = payments.get(random.nextInt(payments.size()));
        String reference = "notice-" + random.nextLong();
        String what = List.of("refund-received", "capture-failed", "refund-failed", "chargeback", "chargeback-reversed")
                .get(random.nextInt(5));
        Money room =
                switch (what) {
                    case "refund-received", "capture-failed" -> payment.kept();
                    case "refund-failed" -> payment.refunded();
                    case "chargeback" -> payment.captured().minus(payment.chargedBack());
                    default -> payment.chargedBack();
                };
        Money amount = random.nextBoolean() ? room : room.min(Money.ofMinor(room.currency(), 1 + random.nextInt(300)));
        if (!amount.isPositive() || (what.equals("refund-received") && isRefundUnderWay(shop.order(id)))) {
            return;
        }
        Outcome told = shop.execute(Action.on(id, what)
                .set("payment", payment.id())
                .amount(amount)
                .set("reference", reference)
                .build());
        if (told instanceof Outcome.Accepted) {
            switch (what) {
                case "refund-received" -> shop.gateway.giveBack(id, payment.id(), payment.method(), amount, reference);
                case "capture-failed" ->
                    shop.gateway.failCapture(id, payment.id(), payment.method(), amount, reference);
                case "refund-failed" -> shop.gateway.failRefund(id, payment.id(), payment.method(), amount, reference);
                default -> {
                    // a dispute moves nothing that the log has
                }
            }
        }
    }

    /** Whether a refund is under way, whose answer a notice might be, or which would give back twice. */
    private static boolean isRefundUnderWay(Order order) {
        return order.flow().effects().stream()
                .anyMatch(effect -> List.of("payment.refund", "payment.credit").contains(effect.name()));
    }

    /** Tells of one of the movements that brought money, if there is one. */
    static void tell(TestShop shop, String id, Random random) {
        List<MoneyMovement> came = shop.gateway.movements().stream()
                .filter(movement -> movement.kind() == MoneyMovement.Kind.CAPTURED
                        || movement.kind() == MoneyMovement.Kind.RECEIVED)
                .toList();
        if (came.isEmpty()) {
            return;
        }
        MoneyMovement movement = came.get(random.nextInt(came.size()));
        Action.Builder told =
                Action.on(id, "payment-received").amount(movement.amount()).set("method", movement.method());
        if (movement.kind() == MoneyMovement.Kind.RECEIVED) {
            shop.execute(told.set("reference", movement.key()).build());
            return;
        }
        Order order = shop.order(id);
        Payment payment = movement.payment() == null ? null : order.books().payment(movement.payment());
        if (payment != null && payment.reference() != null && payment.captured().isZero()) {
            shop.execute(told.set("payment", payment.id())
                    .set("reference", payment.reference())
                    .build());
        } else if (payment != null && payment.reference() != null) {
            shop.execute(told.set("reference", payment.reference()).build());
        }
    }
}
