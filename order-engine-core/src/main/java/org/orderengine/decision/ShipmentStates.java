package org.orderengine.decision;

/**
 * The states that a shipment goes through: {@code prepared} when it was packed and waits to leave, {@code cancelled} when it
 * does not leave after all, {@code shipped} when it is on its way; then {@code delivered}, or {@code returned} or {@code lost}
 * when it did not arrive.
 */
final class ShipmentStates {

    static final String PREPARED = "prepared";
    static final String CANCELLED = "cancelled";
    static final String SHIPPED = "shipped";
    static final String DELIVERED = "delivered";
    static final String RETURNED = "returned";
    static final String LOST = "lost";

    private ShipmentStates() {}
}
