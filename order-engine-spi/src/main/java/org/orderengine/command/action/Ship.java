package org.orderengine.command.action;

import java.math.BigDecimal;
import java.util.Map;

/** The action {@code ship}: a parcel leaves, or is packed only. For one thread. */
public final class Ship extends ActionBuilder<Ship> {

    private Ship(String orderId) {
        super(orderId, "ship");
    }

    /** The action on an order, to be completed. */
    public static Ship on(String orderId) {
        return new Ship(orderId);
    }

    /** The packed parcel that leaves, or what a new one is to be called. */
    public Ship shipment(String text) {
        return set("shipment", text);
    }

    /** Adds units of one line: what is in it; without any line all that is open. */
    public Ship line(String line, long quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }

    /** Adds a quantity of one line of goods that are measured. */
    public Ship line(String line, BigDecimal quantity) {
        return add("lines", Map.of("line", line, "quantity", quantity));
    }

    /** Who carries it. */
    public Ship carrier(String text) {
        return set("carrier", text);
    }

    /** The carrier's name of it. */
    public Ship tracking(String text) {
        return set("tracking", text);
    }

    /** Whether it is packed only, and leaves later; without it false. */
    public Ship prepared(boolean is) {
        return set("prepared", is);
    }

    /** Where it is packed; without it wherever its units are. */
    public Ship location(String text) {
        return set("location", text);
    }
}
