package org.orderengine.decision.draft;

import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Shipment;
import org.orderengine.process.ChildEvents;

/**
 * What an event of the books is for the machine of the payment or shipment that it is about.
 *
 * @param kind what it is about
 * @param child which one
 * @param begins whether it is new, so that its machine begins
 * @param name what its machine is told; null when only that it begins
 */
public record ChildEvent(ChildKind kind, String child, boolean begins, @Nullable String name) {

    /** What an event is for the machine of a child; null when it is about none, or was made by that machine. */
    public static @Nullable ChildEvent of(Event event) {
        if (event instanceof Event.PaymentRequested requested) {
            return new ChildEvent(ChildKind.PAYMENT, requested.payment().id(), true, null);
        } else if (event instanceof Event.PaymentAuthorized authorized) {
            return payment(authorized.payment(), ChildEvents.AUTHORIZED);
        } else if (event instanceof Event.PaymentCaptured captured) {
            return payment(captured.payment(), ChildEvents.CAPTURED);
        } else if (event instanceof Event.PaymentVoided voided) {
            return payment(voided.payment(), ChildEvents.VOIDED);
        } else if (event instanceof Event.PaymentRefunded refunded) {
            return payment(refunded.payment(), ChildEvents.REFUNDED);
        } else if (event instanceof Event.PaymentChargedBack charged) {
            return payment(charged.payment(), ChildEvents.CHARGED_BACK);
        } else if (event instanceof Event.ShipmentCreated created) {
            boolean leaves = created.shipment().stage() == Shipment.Stage.SHIPPED;
            return new ChildEvent(
                    ChildKind.SHIPMENT, created.shipment().id(), true, leaves ? ChildEvents.SHIPPED : null);
        } else if (event instanceof Event.ShipmentLeft left) {
            return shipment(left.shipment().id(), ChildEvents.SHIPPED);
        } else if (event instanceof Event.ShipmentDelivered delivered) {
            return shipment(delivered.shipment(), ChildEvents.DELIVERED);
        } else if (event instanceof Event.ShipmentFailed failed) {
            return shipment(failed.shipment(), failed.lost() ? ChildEvents.LOST : ChildEvents.RETURNED);
        }
        return event instanceof Event.ShipmentMoved moved && moved.state().equals(Shipment.Stage.CANCELLED.word())
                ? shipment(moved.shipment(), ChildEvents.CANCELLED)
                : null;
    }

    /** What the books do not note of a payment otherwise. */
    public static ChildEvent payment(String id, String name) {
        return new ChildEvent(ChildKind.PAYMENT, id, false, name);
    }

    private static ChildEvent shipment(String id, String name) {
        return new ChildEvent(ChildKind.SHIPMENT, id, false, name);
    }
}
