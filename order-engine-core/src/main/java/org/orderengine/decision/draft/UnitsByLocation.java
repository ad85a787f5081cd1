package org.orderengine.decision.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.Books;
import org.orderengine.model.HeldAt;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.ReturnLine;
import org.orderengine.model.Shipment;

/** The units of an order by location. Work on units is done once per location. */
public final class UnitsByLocation {

    /**
     * Units at one location.
     *
     * @param location its name; null at a host that names no locations
     * @param lines the units
     */
    public record Place(@Nullable String location, List<LineQuantity> lines) {}

    private final List<Place> places = new ArrayList<>(1);

    private UnitsByLocation() {}

    private void add(@Nullable String location, String line, long quantity) {
        if (quantity <= 0) {
            return;
        }
        Place place = places.stream()
                .filter(one -> Objects.equals(one.location(), location))
                .findFirst()
                .orElse(null);
        if (place == null) {
            place = new Place(location, new ArrayList<>());
            places.add(place);
        }
        List<LineQuantity> lines = place.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).line().equals(line)) {
                lines.set(i, new LineQuantity(line, lines.get(i).quantity() + quantity));
                return;
            }
        }
        lines.add(new LineQuantity(line, quantity));
    }

    /** The location that a payload names; null if it names none. */
    public static @Nullable String named(Draft draft, PayloadReader payload) {
        String location = payload.text("location");
        if (location != null && !draft.policy().services().locations()) {
            throw Draft.refuse(
                    Codes.BAD_PAYLOAD,
                    "location is " + location + ", but the inventory has one location without a name");
        }
        return location;
    }

    /** The units that locations hold or promised for a reservation. */
    public static List<Place> of(OwedEffect reservation) {
        UnitsByLocation held = new UnitsByLocation();
        for (AllocatedPart part : reservation.parts()) {
            for (LineQuantity one : part.isHeld() ? part.lines() : List.<LineQuantity>of()) {
                held.add(part.location(), one.line(), one.quantity() - Quantities.of(part.missing(), one.line()));
            }
        }
        return held.places;
    }

    /** The units that locations held or promised before and are to give back now. */
    public static List<Place> freed(Books before, Books after) {
        UnitsByLocation freed = new UnitsByLocation();
        for (Line old : before.lines()) {
            Line line = after.line(old.id());
            for (HeldAt place : old.units().held()) {
                long still =
                        line == null ? 0 : line.units().at(place.location()).promised();
                freed.add(place.location(), old.id(), place.promised() - still);
            }
        }
        return freed.places;
    }

    /** The units on backorder, by location. */
    public static List<Place> backordered(Books books, List<LineQuantity> units) {
        UnitsByLocation waiting = new UnitsByLocation();
        for (LineQuantity one : units) {
            Line line = books.line(one.line());
            long left = one.quantity();
            for (HeldAt place : line == null ? List.<HeldAt>of() : line.units().held()) {
                long part = Math.min(left, place.backordered());
                waiting.add(place.location(), one.line(), part);
                left -= part;
            }
        }
        return waiting.places;
    }

    /**
     * The parcels that units go into: one per location that holds them. Units that no location holds go with the first.
     *
     * @param units within what can be shipped
     */
    public static List<Place> parcels(Order order, List<LineQuantity> units) {
        UnitsByLocation parcels = new UnitsByLocation();
        List<LineQuantity> unheld = new ArrayList<>();
        for (LineQuantity one : units) {
            Line line = order.books().line(one.line());
            long left = one.quantity();
            for (HeldAt place : line == null ? List.<HeldAt>of() : line.units().held()) {
                long free = place.reserved() - Quantities.packed(order.books(), one.line(), place.location());
                long part = Math.max(0, Math.min(left, free));
                parcels.add(place.location(), one.line(), part);
                left -= part;
            }
            if (left > 0) {
                unheld.add(new LineQuantity(one.line(), left));
            }
        }
        String first = parcels.places.isEmpty() ? null : parcels.places.get(0).location();
        unheld.forEach(one -> parcels.add(first, one.line(), one.quantity()));
        return parcels.places;
    }

    /**
     * The accepted units of a return, by the location that they came from. Units of a line count as returned in the order in which
     * its parcels arrived.
     *
     * @param books before the return
     */
    public static List<Place> cameFrom(Books books, List<ReturnLine> found) {
        List<Shipment> arrived = new ArrayList<>(books.shipments());
        arrived.removeIf(shipment -> shipment.deliveredAt() == null && shipment.stage() != Shipment.Stage.DELIVERED);
        arrived.sort(Comparator.comparing(Shipment::deliveredAt, Comparator.nullsFirst(Comparator.naturalOrder())));
        UnitsByLocation back = new UnitsByLocation();
        Map<String, Long> returned = new HashMap<>();
        for (ReturnLine one : found) {
            Line line = books.line(one.line());
            long earlier =
                    line == null ? 0 : line.units().returned() + line.units().writtenOff();
            long skipped = returned.computeIfAbsent(one.line(), first -> earlier);
            returned.merge(one.line(), one.accepted() + one.damaged(), Math::addExact);
            long left = one.accepted();
            for (Shipment shipment : arrived) {
                long quantity = Quantities.of(shipment.lines(), one.line());
                long part = Math.max(0, Math.min(left, quantity - skipped));
                skipped = Math.max(0, skipped - quantity);
                back.add(shipment.location(), one.line(), part);
                left -= part;
            }
            back.add(back.places.isEmpty() ? null : back.places.get(0).location(), one.line(), left);
        }
        return back.places;
    }
}
