package org.orderengine.command.action;

import java.math.BigDecimal;
import java.util.Map;

/** The action {@code weigh}: measured goods were weighed, and cost what they weigh. For one thread. */
public final class Weigh extends ActionBuilder<Weigh> {

    private Weigh(String orderId) {
        super(orderId, "weigh");
    }

    /** The action on an order, to be completed. */
    public static Weigh on(String orderId) {
        return new Weigh(orderId);
    }

    /** Adds what was really packed of one line. */
    public Weigh line(String line, BigDecimal quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }
}
