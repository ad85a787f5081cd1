package org.orderengine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.Shipment;
import org.orderengine.model.Units;
import org.orderengine.process.EffectNames;

/** What the actions around parcels enter into the books. */
final class ShippingOperations {

    private ShippingOperations() {}

    /** A parcel leaves. */
    record Ship() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Books books = draft.books();
            List<LineQuantity> lines =
                    quantities(books, payload.lines(), line -> Held.shippable(draft.order(), line), "ship");
            if (lines.isEmpty()) {
                throw Draft.refuse(
                        Codes.NOTHING_TO_SHIP, "Order " + draft.order().id() + " has no unit that could be shipped");
            }
            String id = payload.text("shipment");
            if (id != null && books.shipment(id) != null) {
                throw Draft.refuse(
                        Codes.SHIPMENT_EXISTS, "there is a shipment \"" + id + "\" already; give it another name");
            }
            if (id == null) {
                id = Names.nextShipment(books);
            }
            leave(
                    draft,
                    new Shipment(id, ShipmentStates.SHIPPED, lines, payload.text("carrier"), payload.text("tracking")));
            if (draft.policy().services().logistics()) {
                draft.want(Wanted.units(EffectNames.LOGISTICS_DISPATCH, id, lines));
            }
            return id;
        }

        @Override
        public boolean isPossible(Order order) {
            return order.books().lines().stream().anyMatch(line -> Held.shippable(order, line) > 0);
        }
    }

    /** A parcel arrives. */
    record Deliver() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Shipment shipment = underWay(draft.books(), payload);
            draft.apply(new Event.ShipmentDelivered(shipment.id(), draft.now()));
            return shipment.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return isAnyUnderWay(order.books());
        }
    }

    /** A parcel comes back without having been handed over. What can be sold again is, and the order asks for it anew. */
    record ComeBack() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Shipment shipment = underWay(draft.books(), payload);
            Boolean restock = payload.flag("restock");
            draft.apply(new Event.ShipmentReturned(shipment.id()));
            if (draft.policy().services().inventory()) {
                if (restock == null || restock) {
                    draft.want(Wanted.units(EffectNames.INVENTORY_RESTOCK, shipment.id(), shipment.lines()));
                }
                draft.want(Wanted.units(EffectNames.INVENTORY_RESERVE, shipment.id(), shipment.lines()));
            }
            return shipment.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return isAnyUnderWay(order.books());
        }
    }

    private static boolean isAnyUnderWay(Books books) {
        return books.shipments().stream().anyMatch(shipment -> shipment.state().equals(ShipmentStates.SHIPPED));
    }

    private static Shipment underWay(Books books, PayloadReader payload) {
        String id = payload.text("shipment");
        Shipment shipment = id == null ? onlyOneUnderWay(books) : books.shipment(id);
        if (shipment == null) {
            throw Draft.refuse(
                    Codes.UNKNOWN_SHIPMENT, id == null ? "say which shipment" : "there is no shipment \"" + id + "\"");
        }
        if (!shipment.state().equals(ShipmentStates.SHIPPED)) {
            throw Draft.refuse(
                    Codes.SHIPMENT_DELIVERED, "shipment " + shipment.id() + " is " + shipment.state() + " already");
        }
        return shipment;
    }

    private static @Nullable Shipment onlyOneUnderWay(Books books) {
        List<Shipment> underWay = books.shipments().stream()
                .filter(shipment -> shipment.state().equals(ShipmentStates.SHIPPED))
                .toList();
        return underWay.size() == 1 ? underWay.get(0) : null;
    }

    /** Goods leave, and the inventory is told of those that it held. */
    static void leave(Draft draft, Shipment shipment) {
        List<LineQuantity> held = Held.within(draft.books(), shipment.lines(), Units::reserved);
        draft.apply(new Event.ShipmentCreated(shipment));
        if (!held.isEmpty()) {
            draft.want(Wanted.units(EffectNames.INVENTORY_CONSUME, shipment.id(), held));
        }
    }

    /** The units that are asked for, each within what there is; all there is where none are asked for. */
    static List<LineQuantity> quantities(
            Books books, @Nullable List<LineQuantity> asked, ToLongFunction<Line> available, String what) {
        List<LineQuantity> quantities = new ArrayList<>();
        if (asked == null) {
            for (Line line : books.lines()) {
                long all = available.applyAsLong(line);
                if (all > 0) {
                    quantities.add(new LineQuantity(line.id(), all));
                }
            }
            return quantities;
        }
        for (LineQuantity one : asked) {
            Line line = books.line(one.line());
            if (line == null) {
                throw Draft.refuse(Codes.UNKNOWN_LINE, "there is no line \"" + one.line() + "\"");
            }
            long room = available.applyAsLong(line);
            if (one.quantity() > room) {
                throw Draft.refuse(
                        Codes.QUANTITY_EXCEEDED,
                        "line " + one.line() + " has " + room + " units to " + what + ", " + one.quantity()
                                + " were asked for");
            }
            quantities.add(one);
        }
        return quantities;
    }
}
