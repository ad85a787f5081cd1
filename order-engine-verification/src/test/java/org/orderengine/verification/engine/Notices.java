package org.orderengine.verification.engine;

import java.util.List;
import java.util.Random;
import org.orderengine.command.Action;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.testkit.MoneyMovement;

/** Notifications of a provider that tells the truth: of what its log has, late and again. */
final class Notices {

    private Notices() {}

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
