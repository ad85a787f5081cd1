package org.orderengine.decision.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Held;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Places;
import org.orderengine.decision.draft.Wanted;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.Shipment;
import org.orderengine.model.Shipment.Stage;
import org.orderengine.process.ActionNames;
import org.orderengine.model.ChildKind;
import org.orderengine.process.EffectNames;

/** What the actions around parcels enter into the books. */
public final class ShippingOperations {

    private ShippingOperations() {}

    /** A parcel leaves. */
    record Ship() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Books books = draft.books();
            String id = payload.text("shipment");
            List<LineQuantity> asked = payload.lines();
            Shipment packed = asked == null ? packed(draft, id) : null;
            if (packed != null) {
                return go(draft, packed, payload);
            }
            if (id != null && books.shipment(id) != null) {
                throw Draft.refuse(
                        Codes.SHIPMENT_EXISTS, "there is a shipment \"" + id + "\" already; give it another name");
            }
            List<Places.Place> parcels = parcels(draft.order(), asked, Places.named(draft, payload));
            if (parcels.size() > 1 && (id != null || payload.has("tracking"))) {
                throw Draft.refuse(
                        Codes.SEVERAL_LOCATIONS,
                        "a parcel comes from one location, and these units are at "
                                + parcels.stream().map(Places.Place::location).toList() + "; say which with location");
            }
            String first = Names.nextShipment(books);
            for (Places.Place parcel : parcels) {
                pack(draft, id == null ? Names.nextShipment(draft.books()) : id, parcel, payload);
            }
            return id == null ? first : id;
        }

        private static List<Places.Place> parcels(
                Order order, @Nullable List<LineQuantity> asked, @Nullable String location) {
            List<LineQuantity> lines = Held.quantities(
                    order.books(),
                    asked,
                    line -> location == null ? Held.shippable(order, line) : Held.shippable(order, line, location),
                    "ship");
            if (lines.isEmpty()) {
                throw Draft.refuse(
                        Codes.NOTHING_TO_SHIP,
                        "Order " + order.id() + " has no unit that could be shipped"
                                + (location == null ? "" : " from " + location));
            }
            return location == null ? Places.parcels(order, lines) : List.of(new Places.Place(location, lines));
        }

        private static void pack(Draft draft, String id, Places.Place parcel, PayloadReader payload) {
            Shipment shipment = Shipment.packed(
                            id,
                            Children.initial(draft, ChildKind.SHIPMENT),
                            parcel.lines(),
                            payload.text("carrier"),
                            payload.text("tracking"))
                    .from(parcel.location());
            if (Boolean.TRUE.equals(payload.flag("prepared"))) {
                draft.apply(new Event.ShipmentCreated(shipment));
            } else {
                Parcels.leave(draft, shipment);
            }
            if (draft.policy().services().logistics()) {
                draft.want(Wanted.units(EffectNames.LOGISTICS_DISPATCH, id, parcel.lines(), parcel.location()));
            }
        }

        @Override
        public boolean isPossible(Order order) {
            return ParcelOperations.isAny(order.books(), Stage.PREPARED)
                    || order.books().lines().stream().anyMatch(line -> Held.shippable(order, line) > 0);
        }

        /** The parcel that waits to leave: the one that is named, or the only one where nothing else could be shipped. */
        private static @Nullable Shipment packed(Draft draft, @Nullable String id) {
            Books books = draft.books();
            if (id != null) {
                Shipment named = books.shipment(id);
                return named != null && named.stage() == Stage.PREPARED ? named : null;
            }
            boolean more = books.lines().stream().anyMatch(line -> Held.shippable(draft.order(), line) > 0);
            return more ? null : ParcelOperations.only(books, Stage.PREPARED);
        }

        private static String go(Draft draft, Shipment packed, PayloadReader payload) {
            List<LineQuantity> held = Parcels.consumed(draft, packed);
            draft.apply(new Event.ShipmentLeft(packed.leaving(
                    Held.beyond(packed.lines(), held), payload.text("carrier"), payload.text("tracking"))));
            return packed.id();
        }
    }

    /** A parcel arrives. */
    record Deliver() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Shipment shipment = ParcelOperations.named(draft.books(), payload, Stage.SHIPPED);
            Children.permit(draft, ChildKind.SHIPMENT, shipment.id(), ActionNames.DELIVER);
            if (ParcelOperations.isAt(draft.books(), shipment.id(), Stage.SHIPPED)) {
                draft.apply(new Event.ShipmentDelivered(shipment.id(), draft.now()));
            }
            return shipment.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return ParcelOperations.isAny(order.books(), Stage.SHIPPED);
        }
    }
}
