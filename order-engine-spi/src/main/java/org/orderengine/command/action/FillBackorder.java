package org.orderengine.command.action;

import java.math.BigDecimal;
import java.util.Map;

/** The action {@code fill-backorder}: goods may have arrived for units on backorder; taken in every state that is not final, and moves nothing. For one thread. */
public final class FillBackorder extends ActionBuilder<FillBackorder> {

    private FillBackorder(String orderId) {
        super(orderId, "fill-backorder");
    }

    /** The action on an order, to be completed. */
    public static FillBackorder on(String orderId) {
        return new FillBackorder(orderId);
    }

    /** Adds units of one line: which units may have arrived; more than wait are ignored; without any line all that wait. */
    public FillBackorder line(String line, long quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }

    /** Adds a quantity of one line of goods that are measured. */
    public FillBackorder line(String line, BigDecimal quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }
}
