package org.orderengine.command.action;

/** The action {@code delivery-failed}: a parcel did not arrive: it came back, and its units are held again, or it is lost. For one thread. */
public final class DeliveryFailed extends ActionBuilder<DeliveryFailed> {

    private DeliveryFailed(String orderId) {
        super(orderId, "delivery-failed");
    }

    /** The action on an order, to be completed. */
    public static DeliveryFailed on(String orderId) {
        return new DeliveryFailed(orderId);
    }

    /** Which parcel; without it the only one that it can mean. */
    public DeliveryFailed shipment(String text) {
        return set("shipment", text);
    }

    /** Whether the parcel is lost, and does not come back; without it false. */
    public DeliveryFailed lost(boolean is) {
        return set("lost", is);
    }

    /** Why, for the history. */
    public DeliveryFailed reason(String text) {
        return set("reason", text);
    }
}
