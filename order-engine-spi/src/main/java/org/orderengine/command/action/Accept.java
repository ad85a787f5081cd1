package org.orderengine.command.action;

import java.util.Map;

/**
 * The action {@code accept}: a kept quote is accepted by its buyer, or an order by its seller, whole or in part; refused once its time is over.
 * For one thread.
 */
public final class Accept extends ActionBuilder<Accept> {

    private Accept(String orderId) {
        super(orderId, "accept");
    }

    /** The action on an order, to be completed. */
    public static Accept on(String orderId) {
        return new Accept(orderId);
    }

    /** Adds units of one line: which units, the others are taken off; without any line all of them. */
    public Accept line(String line, long quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }
}
