package org.orderengine.decision.flow;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.model.Books;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.policy.Limits;

/**
 * Holds what an action makes of an order against the limits: every part of an order is in all its later documents, so what a buyer can repeat
 * has an end.
 */
final class Growth {

    private Growth() {}

    /** Why an order must not become what an action would make of it, or null. */
    static @Nullable Problem problem(Order before, Order after, Limits limits) {
        Books was = before.books();
        Books is = after.books();
        Problem problem = beyond("lines", was.lines().size(), is.lines().size(), limits.lines());
        if (problem == null) {
            problem = beyond("coupons", was.coupons().size(), is.coupons().size(), limits.coupons());
        }
        if (problem == null) {
            problem = beyond("payments", was.payments().size(), is.payments().size(), limits.entries());
        }
        if (problem == null) {
            problem = beyond("parcels", was.shipments().size(), is.shipments().size(), limits.entries());
        }
        return problem == null
                ? beyond("returns", was.returns().size(), is.returns().size(), limits.entries())
                : problem;
    }

    private static @Nullable Problem beyond(String what, int before, int after, int limit) {
        return after <= limit || after <= before
                ? null
                : new Problem(
                        Codes.LIMIT_EXCEEDED,
                        "the order would have " + after + " " + what + "; at most " + limit + " are taken");
    }
}
