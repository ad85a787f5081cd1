package org.orderengine.command.action;

/** The action {@code cancel-shipment}: a parcel that was packed does not leave. For one thread. */
public final class CancelShipment extends ActionBuilder<CancelShipment> {

    private CancelShipment(String orderId) {
        super(orderId, "cancel-shipment");
    }

    /** The action on an order, to be completed. */
    public static CancelShipment on(String orderId) {
        return new CancelShipment(orderId);
    }

    /** Which parcel; without it the only one that it can mean. */
    public CancelShipment shipment(String text) {
        return set("shipment", text);
    }
}
