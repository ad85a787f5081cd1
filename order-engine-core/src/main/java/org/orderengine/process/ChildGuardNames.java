package org.orderengine.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orderengine.model.Payment;
import org.orderengine.model.Return;
import org.orderengine.spi.rule.ChildGuard;

/** The built-in guards that the definitions of payments, shipments and returns can name, besides those of orders. */
public final class ChildGuardNames {

    /** Every unit of the return was inspected. */
    public static final String ALL_INSPECTED = "all-inspected";

    /** Nothing of the payment is promised or was taken. */
    public static final String NOTHING_IN_IT = "nothing-in-it";
    /** Of what the payment took, everything went back. */
    public static final String NOTHING_KEPT = "nothing-kept";

    private ChildGuardNames() {}

    static Map<String, ChildGuard> with(Map<String, ChildGuard> hostGuards) {
        Map<String, ChildGuard> guards = new LinkedHashMap<>();
        guards.put(ALL_INSPECTED, (order, child, now) -> {
            Return returned = order.books().returnOf(child);
            long pending = returned == null ? 0 : returned.pending();
            return pending == 0 ? null : pending + " units are not inspected";
        });
        guards.put(NOTHING_IN_IT, (order, child, now) -> {
            Payment payment = order.books().payment(child);
            return payment == null || payment.isEmpty() ? null : "money is promised or was taken";
        });
        guards.put(NOTHING_KEPT, (order, child, now) -> {
            Payment payment = order.books().payment(child);
            return payment == null || payment.kept().isZero() ? null : payment.kept() + " are kept";
        });
        guards.putAll(hostGuards);
        return guards;
    }
}
