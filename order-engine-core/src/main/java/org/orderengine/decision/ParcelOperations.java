package org.orderengine.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.Shipment;
import org.orderengine.process.EffectNames;

/** What becomes of parcels that do not go the straight way: those that do not leave, and those that do not arrive. */
final class ParcelOperations {

    private ParcelOperations() {}

    /** A prepared parcel does not leave: its units can be shipped otherwise. */
    record Open() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Shipment shipment = named(draft.books(), payload, ShipmentStates.PREPARED);
            Parcels.open(draft, shipment);
            return shipment.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return isAny(order.books(), ShipmentStates.PREPARED);
        }
    }

    /**
     * A parcel did not arrive. What comes back is held for the order again, as before it left; in the place of what is lost
     * the inventory is asked for other goods, on backorder where there are none.
     */
    record Failed() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Shipment shipment = named(draft.books(), payload, ShipmentStates.SHIPPED);
            boolean lost = Boolean.TRUE.equals(payload.flag("lost"));
            draft.apply(new Event.ShipmentFailed(shipment.id(), lost));
            List<LineQuantity> held = Held.beyond(shipment.lines(), shipment.unheld());
            if (!held.isEmpty()) {
                draft.want(
                        lost
                                ? Wanted.units(EffectNames.INVENTORY_RESERVE_BACKORDER, shipment.id(), held)
                                : Wanted.units(
                                        EffectNames.INVENTORY_TAKE_BACK, shipment.id(), held, shipment.location()));
            }
            return shipment.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return isAny(order.books(), ShipmentStates.SHIPPED);
        }
    }

    static boolean isAny(Books books, String state) {
        return books.shipments().stream().anyMatch(shipment -> shipment.state().equals(state));
    }

    /** The only shipment in a state, or null. */
    static @Nullable Shipment only(Books books, String state) {
        List<Shipment> candidates = books.shipments().stream()
                .filter(shipment -> shipment.state().equals(state))
                .toList();
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    /** The shipment that the payload names, or the only one that it can mean; in the state that is needed. */
    static Shipment named(Books books, PayloadReader payload, String state) {
        String id = payload.text("shipment");
        Shipment shipment = id == null ? only(books, state) : books.shipment(id);
        if (shipment == null) {
            throw Draft.refuse(
                    Codes.UNKNOWN_SHIPMENT, id == null ? "say which shipment" : "there is no shipment \"" + id + "\"");
        }
        if (shipment.state().equals(ShipmentStates.DELIVERED)) {
            throw Draft.refuse(Codes.SHIPMENT_DELIVERED, "shipment " + shipment.id() + " has arrived already");
        }
        if (!shipment.state().equals(state)) {
            throw Draft.refuse(
                    Codes.SHIPMENT_STATE,
                    "shipment " + shipment.id() + " is " + shipment.state() + "; this needs it " + state);
        }
        return shipment;
    }
}
