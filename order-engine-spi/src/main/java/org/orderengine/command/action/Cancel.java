package org.orderengine.command.action;

import java.math.BigDecimal;
import java.util.Map;

/** The action {@code cancel}: units that have not shipped are taken off. For one thread. */
public final class Cancel extends ActionBuilder<Cancel> {

    private Cancel(String orderId) {
        super(orderId, "cancel");
    }

    /** The action on an order, to be completed. */
    public static Cancel on(String orderId) {
        return new Cancel(orderId);
    }

    /** Adds units of one line: which units that have not shipped; without any line all of them. */
    public Cancel line(String line, long quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }

    /** Adds a quantity of one line of goods that are measured. */
    public Cancel line(String line, BigDecimal quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }

    /** Why, for the history. */
    public Cancel reason(String text) {
        return set("reason", text);
    }

    /** Whether the delivery costs nothing any more; without it where nothing is left. */
    public Cancel refundShipping(boolean is) {
        return set("refundShipping", is);
    }
}
