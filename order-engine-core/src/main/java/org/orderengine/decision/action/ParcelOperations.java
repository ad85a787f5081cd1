package org.orderengine.decision.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.Books;
import org.orderengine.model.Order;
import org.orderengine.model.Shipment;
import org.orderengine.model.Shipment.Stage;
import org.orderengine.process.ActionNames;
import org.orderengine.model.ChildKind;

/** What becomes of parcels that do not go the straight way: those that do not leave, and those that do not arrive. */
public final class ParcelOperations {

    private ParcelOperations() {}

    /** A prepared parcel does not leave: its units can be shipped otherwise. */
    record Open() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Shipment shipment = named(draft.books(), payload, Stage.PREPARED);
            Children.permit(draft, ChildKind.SHIPMENT, shipment.id(), ActionNames.CANCEL_SHIPMENT);
            if (isAt(draft.books(), shipment.id(), Stage.PREPARED)) {
                Parcels.open(draft, shipment);
            }
            return shipment.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return isAny(order.books(), Stage.PREPARED);
        }
    }

    /**
     * A parcel did not arrive. What comes back is held for the order again, as before it left; in the place of what is lost
     * the inventory is asked for other goods, on backorder where there are none.
     */
    public record Failed() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Shipment shipment = named(draft.books(), payload, Stage.SHIPPED);
            Children.permit(draft, ChildKind.SHIPMENT, shipment.id(), ActionNames.DELIVERY_FAILED);
            if (isAt(draft.books(), shipment.id(), Stage.SHIPPED)) {
                Parcels.fail(draft, shipment, Boolean.TRUE.equals(payload.flag("lost")));
            }
            return shipment.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return isAny(order.books(), Stage.SHIPPED);
        }
    }

    static boolean isAny(Books books, Stage stage) {
        return books.shipments().stream().anyMatch(shipment -> shipment.stage() == stage);
    }

    static boolean isAt(Books books, String id, Stage stage) {
        Shipment shipment = books.shipment(id);
        return shipment != null && shipment.stage() == stage;
    }

    /** The only shipment at a stage, or null. */
    static @Nullable Shipment only(Books books, Stage stage) {
        List<Shipment> candidates = books.shipments().stream()
                .filter(shipment -> shipment.stage() == stage)
                .toList();
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    /** The shipment that the payload names, or the only one that it can mean; at the stage that is needed. */
    public static Shipment named(Books books, PayloadReader payload, Stage stage) {
        String id = payload.text("shipment");
        Shipment shipment = id == null ? only(books, stage) : books.shipment(id);
        if (shipment == null) {
            throw Draft.refuse(
                    Codes.UNKNOWN_SHIPMENT, id == null ? "say which shipment" : "there is no shipment \"" + id + "\"");
        }
        if (shipment.stage() == Stage.DELIVERED) {
            throw Draft.refuse(Codes.SHIPMENT_DELIVERED, "shipment " + shipment.id() + " has arrived already");
        }
        if (shipment.stage() != stage) {
            throw Draft.refuse(
                    Codes.SHIPMENT_STATE,
                    "shipment " + shipment.id() + " is " + shipment.state() + "; this needs it " + stage.word());
        }
        return shipment;
    }
}
