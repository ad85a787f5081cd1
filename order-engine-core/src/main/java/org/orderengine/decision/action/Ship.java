package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Quantities;
import org.orderengine.decision.draft.UnitsByLocation;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.Shipment;
import org.orderengine.model.Shipment.Stage;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.PayloadKey;

/** A parcel leaves, or is packed only. Units at several locations make several parcels. */
final class Ship implements BuiltInAction {

    private static final String NAME = "ship";
    private static final PayloadKey SHIPMENT =
            PayloadKey.text("shipment", "the packed parcel that leaves, or what a new one is to be called");
    private static final PayloadKey LINES = PayloadKey.objects("lines", "what is in it", PayloadReader.QUANTITIES)
            .orElse("all that is open");
    private static final PayloadKey CARRIER = PayloadKey.text("carrier", "who carries it");
    private static final PayloadKey TRACKING = PayloadKey.text("tracking", "the carrier's name of it");
    private static final PayloadKey PREPARED = PayloadKey.flag(
                    "prepared", "whether it is packed only, and leaves later")
            .orElse("false");
    private static final PayloadKey LOCATION =
            PayloadKey.text("location", "where it is packed").orElse("wherever its units are");

    private final ActionDescription description = ActionDescription.of(
                    NAME, "a parcel leaves, or is packed only", SHIPMENT, LINES, CARRIER, TRACKING, PREPARED, LOCATION)
            .bearing(Bearing.LETS_STOCK_GO);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Books books = draft.books();
        String id = payload.text(SHIPMENT);
        List<LineQuantity> asked = payload.lines(LINES);
        Shipment packed = asked == null ? packed(draft, id) : null;
        if (packed != null) {
            return go(draft, packed, payload);
        }
        if (id != null && books.shipment(id) != null) {
            throw Draft.refuse(
                    Codes.SHIPMENT_EXISTS, "there is a shipment \"" + id + "\" already; give it another name");
        }
        List<UnitsByLocation.Place> parcels = parcels(draft.order(), asked, UnitsByLocation.named(draft, payload));
        if (parcels.size() > 1 && (id != null || payload.has(TRACKING))) {
            throw Draft.refuse(
                    Codes.SEVERAL_LOCATIONS,
                    "a parcel comes from one location, and these units are at "
                            + parcels.stream()
                                    .map(UnitsByLocation.Place::location)
                                    .toList() + "; say which with location");
        }
        String first = Names.nextShipment(books);
        List<Shipment> packedNow = new ArrayList<>();
        for (UnitsByLocation.Place parcel : parcels) {
            packedNow.add(pack(draft, id == null ? Names.nextShipment(draft.books()) : id, parcel, payload));
        }
        if (OnShipment.captures(draft) && !isPrepared(payload)) {
            OnShipment.leave(draft, packedNow);
        }
        return id == null ? first : id;
    }

    private static List<UnitsByLocation.Place> parcels(
            Order order, @Nullable List<LineQuantity> asked, @Nullable String location) {
        for (LineQuantity one : asked == null ? List.<LineQuantity>of() : asked) {
            Line line = order.books().line(one.line());
            if (line != null && line.item().handling().isHandedOver()) {
                throw Draft.refuse(
                        Codes.HANDED_OVER,
                        "line " + line.id() + " of order " + order.id()
                                + " is handed over once it is paid, and goes in no parcel; leave it out");
            }
        }
        List<LineQuantity> lines = Quantities.quantities(
                order.books(),
                asked,
                line -> line.item().handling().isHandedOver()
                        ? 0
                        : location == null
                                ? Quantities.shippable(order, line)
                                : Quantities.shippable(order, line, location),
                NAME);
        if (lines.isEmpty()) {
            throw Draft.refuse(
                    Codes.NOTHING_TO_SHIP,
                    "Order " + order.id() + " has no unit that could be shipped"
                            + (location == null ? "" : " from " + location));
        }
        return location == null
                ? UnitsByLocation.parcels(order, lines)
                : List.of(new UnitsByLocation.Place(location, lines));
    }

    private static boolean isPrepared(PayloadReader payload) {
        return Boolean.TRUE.equals(payload.flag(PREPARED));
    }

    private static Shipment pack(Draft draft, String id, UnitsByLocation.Place parcel, PayloadReader payload) {
        Shipment shipment = Shipment.packed(
                        id,
                        Children.initial(draft, ChildKind.SHIPMENT),
                        parcel.lines(),
                        payload.text(CARRIER),
                        payload.text(TRACKING))
                .from(parcel.location());
        if (isPrepared(payload) || OnShipment.captures(draft)) {
            draft.apply(new Event.ShipmentCreated(shipment));
        } else {
            Parcels.leave(draft, shipment);
        }
        if (draft.policy().services().has(EffectKind.Service.LOGISTICS)) {
            draft.want(EffectKind.LOGISTICS_DISPATCH.units(id, parcel.lines(), parcel.location()));
        }
        return shipment;
    }

    @Override
    public boolean isPossible(Order order) {
        return ParcelChoice.isAny(order.books(), Stage.PREPARED)
                || order.books().lines().stream().anyMatch(line -> goesInParcel(order, line));
    }

    private static boolean goesInParcel(Order order, Line line) {
        return !line.item().handling().isHandedOver() && Quantities.shippable(order, line) > 0;
    }

    /** The parcel that waits to leave: the one that is named, or the only one where nothing else could be shipped. */
    private static @Nullable Shipment packed(Draft draft, @Nullable String id) {
        Books books = draft.books();
        if (id != null) {
            Shipment named = books.shipment(id);
            return named != null && named.stage() == Stage.PREPARED ? named : null;
        }
        boolean more = books.lines().stream().anyMatch(line -> goesInParcel(draft.order(), line));
        return more ? null : ParcelChoice.only(books, Stage.PREPARED);
    }

    private static String go(Draft draft, Shipment packed, PayloadReader payload) {
        if (OnShipment.captures(draft)) {
            OnShipment.leave(draft, List.of(packed));
        } else {
            Parcels.go(draft, packed, payload.text(CARRIER), payload.text(TRACKING));
        }
        return packed.id();
    }
}
