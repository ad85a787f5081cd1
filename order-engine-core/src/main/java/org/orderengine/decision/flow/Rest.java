package org.orderengine.decision.flow;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;

/** Tells orders that are over and done with from those that are not. */
public final class Rest {

    private Rest() {}

    /** What an order still has to do, as a refusal to erase or to archive it; null where that is nothing. */
    public static @Nullable Problem open(Order order) {
        String reason = reason(order);
        return reason == null
                ? null
                : new Problem(
                        Codes.ORDER_OPEN,
                        "Order " + order.id() + " is " + order.position() + " and " + reason
                                + "; it is erased or archived once it has ended and owes nothing");
    }

    /** Whether an order has only to be erased any more, as somebody wanted. */
    public static boolean owesErasure(Order order) {
        return order.flow().erasure() != null && reason(order) == null;
    }

    private static @Nullable String reason(Order order) {
        if (!order.position().ended()) {
            return "has not ended";
        }
        if (!order.flow().effects().isEmpty() || !order.flow().runs().isEmpty()) {
            return "still owes work to services";
        }
        if (!order.flow().deferred().isEmpty()) {
            return "still keeps actions";
        }
        if (!order.flow().timers().isEmpty()) {
            return "still has timers";
        }
        return order.totals().outstanding().minorUnits() < 0 ? "owes money to its buyer" : null;
    }
}
