package org.orderengine.command.action;

/** The action {@code confirm}: the buyer confirms what arrived. For one thread. */
public final class Confirm extends ActionBuilder<Confirm> {

    private Confirm(String orderId) {
        super(orderId, "confirm");
    }

    /** The action on an order, to be completed. */
    public static Confirm on(String orderId) {
        return new Confirm(orderId);
    }
}
