package org.orderengine.decision;

/** The states that a shipment goes through. */
final class ShipmentStates {

    static final String SHIPPED = "shipped";
    static final String DELIVERED = "delivered";
    static final String RETURNED = "returned";

    private ShipmentStates() {}
}
