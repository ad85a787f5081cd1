package org.orderengine.decision.child;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Payment;
import org.orderengine.model.Return;
import org.orderengine.model.Shipment;

/** The entries that payments, shipments and returns have in common: state, move, and codes of refusal. */
public final class ChildBooks {

    private ChildBooks() {}

    public static List<String> ids(Books books, ChildKind kind) {
        return switch (kind) {
            case PAYMENT -> books.payments().stream().map(Payment::id).toList();
            case SHIPMENT -> books.shipments().stream().map(Shipment::id).toList();
            case RETURN -> books.returns().stream().map(Return::id).toList();
        };
    }

    /** The state of a payment, shipment or return. */
    public static String state(Books books, ChildKind kind, String id) {
        String state =
                switch (kind) {
                    case PAYMENT -> {
                        Payment payment = books.payment(id);
                        yield payment == null ? null : payment.state();
                    }
                    case SHIPMENT -> {
                        Shipment shipment = books.shipment(id);
                        yield shipment == null ? null : shipment.state();
                    }
                    case RETURN -> {
                        Return returned = books.returnOf(id);
                        yield returned == null ? null : returned.state();
                    }
                };
        return known(state, kind, id);
    }

    private static String known(@Nullable String state, ChildKind kind, String id) {
        if (state == null) {
            throw new IllegalArgumentException("there is no " + kind + " " + id);
        }
        return state;
    }

    /** The event that one of them is in another state of its machine, which may be its end. */
    public static Event moved(ChildKind kind, String id, String state, boolean ends) {
        return switch (kind) {
            case PAYMENT -> new Event.PaymentMoved(id, state);
            case SHIPMENT -> new Event.ShipmentMoved(id, state);
            case RETURN -> new Event.ReturnMoved(id, state, ends);
        };
    }

    /** The code of a refusal where there is no such payment, shipment or return. */
    public static String unknown(ChildKind kind) {
        return switch (kind) {
            case PAYMENT -> Codes.UNKNOWN_PAYMENT;
            case SHIPMENT -> Codes.UNKNOWN_SHIPMENT;
            case RETURN -> Codes.UNKNOWN_RETURN;
        };
    }

    /** The code of a refusal where its state does not allow an action. */
    static String notThere(ChildKind kind) {
        return switch (kind) {
            case PAYMENT -> Codes.PAYMENT_STATE;
            case SHIPMENT -> Codes.SHIPMENT_STATE;
            case RETURN -> Codes.RETURN_STATE;
        };
    }
}
