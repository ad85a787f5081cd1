package org.orderengine.process.vocabulary;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orderengine.model.Payment;
import org.orderengine.model.Return;
import org.orderengine.process.GuardNames;
import org.orderengine.spi.rule.ChildGuard;

/** What the built-in guards of {@link GuardNames} ask of a payment, shipment or return. */
public final class ChildGuards {

    private ChildGuards() {}

    /** By name, with the host's. A host's name hides a built-in one. */
    public static Map<String, ChildGuard> with(Map<String, ChildGuard> hostGuards) {
        Map<String, ChildGuard> guards = new LinkedHashMap<>();
        guards.put(GuardNames.ALL_INSPECTED, (context, child) -> {
            Return returned = context.order().books().returnOf(child);
            long pending = returned == null ? 0 : returned.pending();
            return pending == 0 ? null : pending + " units are not inspected";
        });
        guards.put(GuardNames.NOTHING_IN_IT, (context, child) -> {
            Payment payment = context.order().books().payment(child);
            return payment == null || payment.isEmpty() ? null : "money is promised or was taken";
        });
        guards.put(GuardNames.NOTHING_KEPT, (context, child) -> {
            Payment payment = context.order().books().payment(child);
            return payment == null || payment.kept().isZero() ? null : payment.kept() + " are kept";
        });
        guards.putAll(hostGuards);
        return guards;
    }
}
