package org.orderengine.command.action;

import java.math.BigDecimal;
import java.util.Map;

/** The action {@code receive-return}: units came back. For one thread. */
public final class ReceiveReturn extends ActionBuilder<ReceiveReturn> {

    private ReceiveReturn(String orderId) {
        super(orderId, "receive-return");
    }

    /** The action on an order, to be completed. */
    public static ReceiveReturn on(String orderId) {
        return new ReceiveReturn(orderId);
    }

    /** Which return; without it the only one that it can mean. */
    public ReceiveReturn returned(String text) {
        return set("return", text);
    }

    /** Adds what came of one line: units that can be sold again, units that are paid back and written off, and units that are not paid back; without any line all that is waited for, accepted. */
    public ReceiveReturn line(String line, long accepted, long damaged, long rejected) {
        return add("lines", Map.of("line", line, "accepted", accepted, "damaged", damaged, "rejected", rejected));
    }

    /** Adds what came of one line of goods that are measured. */
    public ReceiveReturn line(String line, BigDecimal accepted, BigDecimal damaged, BigDecimal rejected) {
        return add("lines", Map.of("line", line, "accepted", accepted, "damaged", damaged, "rejected", rejected));
    }

    /** Where accepted units go; without it where they came from. */
    public ReceiveReturn location(String text) {
        return set("location", text);
    }

    /** Whether the delivery costs nothing any more; without it as the shop's policy says. */
    public ReceiveReturn refundShipping(boolean is) {
        return set("refundShipping", is);
    }
}
