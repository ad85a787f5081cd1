package org.orderengine.command.action;

/** The action {@code deliver}: a parcel arrived. For one thread. */
public final class Deliver extends ActionBuilder<Deliver> {

    private Deliver(String orderId) {
        super(orderId, "deliver");
    }

    /** The action on an order, to be completed. */
    public static Deliver on(String orderId) {
        return new Deliver(orderId);
    }

    /** Which parcel; without it the only one that it can mean. */
    public Deliver shipment(String text) {
        return set("shipment", text);
    }
}
