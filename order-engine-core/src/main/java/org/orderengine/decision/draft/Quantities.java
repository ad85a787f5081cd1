package org.orderengine.decision.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.model.Books;
import org.orderengine.model.HeldAt;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Shipment;
import org.orderengine.model.Units;
import org.orderengine.process.vocabulary.EffectKind;

/** Arithmetic on line quantities, bounded by the books. */
public final class Quantities {

    private Quantities() {}

    /** Each quantity, at most as many units as the line has. */
    public static List<LineQuantity> within(Books books, List<LineQuantity> asked, ToLongFunction<Units> has) {
        List<LineQuantity> within = new ArrayList<>(asked.size());
        for (LineQuantity quantity : asked) {
            Line line = books.line(quantity.line());
            long part = line == null ? 0 : Math.min(quantity.quantity(), has.applyAsLong(line.units()));
            if (part > 0) {
                within.add(new LineQuantity(quantity.line(), part));
            }
        }
        return within;
    }

    /** The part of each quantity that exceeds another list of quantities. */
    public static List<LineQuantity> beyond(List<LineQuantity> all, List<LineQuantity> part) {
        List<LineQuantity> beyond = new ArrayList<>();
        for (LineQuantity quantity : all) {
            long more = quantity.quantity() - of(part, quantity.line());
            if (more > 0) {
                beyond.add(new LineQuantity(quantity.line(), more));
            }
        }
        return beyond;
    }

    /**
     * Units of a line that could be shipped now. Units that a reservation under way asks for, and units already packed, are left
     * out.
     */
    public static long shippable(Order order, Line line) {
        long shippable = unheld(order, line);
        for (HeldAt place : line.units().held()) {
            shippable += unpacked(order, line, place);
        }
        return shippable;
    }

    /** Units of a line that could be shipped now from a location: those it holds, and those that need no reservation. */
    public static long shippable(Order order, Line line, String location) {
        return unpacked(order, line, line.units().at(location)) + unheld(order, line);
    }

    private static long unpacked(Order order, Line line, HeldAt place) {
        return Math.max(0, place.reserved() - packed(order.books(), line.id(), place.location()));
    }

    /** Units of a line that are open, can leave without a reservation, and are in no parcel yet. */
    private static long unheld(Order order, Line line) {
        long asked = 0;
        for (OwedEffect effect : order.flow().effects()) {
            if (EffectKind.of(effect).isReserving()) {
                asked += of(effect.lines(), line.id());
            }
        }
        long open = Math.max(0, line.units().open() - asked);
        return Math.max(0, open - packedUnheld(order.books(), line));
    }

    /** Units of a line that are packed at a location. */
    public static long packed(Books books, String line, @Nullable String location) {
        long packed = 0;
        for (Shipment shipment : books.shipments()) {
            if (shipment.stage() == Shipment.Stage.PREPARED && Objects.equals(shipment.location(), location)) {
                packed += Quantities.of(shipment.lines(), line);
            }
        }
        return packed;
    }

    /** Units of a line that are packed and not held by the location of their parcel. */
    static long packedUnheld(Books books, Line line) {
        long unheld = 0;
        Set<@Nullable String> seen = new HashSet<>();
        for (Shipment shipment : books.shipments()) {
            if (shipment.stage() == Shipment.Stage.PREPARED && seen.add(shipment.location())) {
                long packed = packed(books, line.id(), shipment.location());
                unheld += Math.max(
                        0, packed - line.units().at(shipment.location()).reserved());
            }
        }
        return unheld;
    }

    /** All units of an order that could be shipped now. */
    public static List<LineQuantity> shippable(Order order) {
        return all(order.books(), line -> shippable(order, line));
    }

    public static long of(List<LineQuantity> lines, String id) {
        long sum = 0;
        for (LineQuantity line : lines) {
            if (line.line().equals(id)) {
                sum += line.quantity();
            }
        }
        return sum;
    }

    /** All units available. */
    public static List<LineQuantity> all(Books books, ToLongFunction<Line> available) {
        List<LineQuantity> all = new ArrayList<>();
        for (Line line : books.lines()) {
            long units = available.applyAsLong(line);
            if (units > 0) {
                all.add(new LineQuantity(line.id(), units));
            }
        }
        return all;
    }

    /**
     * The units asked for, each within the units available; all units available where none are asked for.
     *
     * @param what what is to be done with them, as a refusal says it
     */
    public static List<LineQuantity> quantities(
            Books books, @Nullable List<LineQuantity> asked, ToLongFunction<Line> available, String what) {
        if (asked == null) {
            return all(books, available);
        }
        List<LineQuantity> quantities = new ArrayList<>();
        for (LineQuantity one : asked) {
            Line line = books.line(one.line());
            if (line == null) {
                throw new RefusedException(Codes.UNKNOWN_LINE, "there is no line \"" + one.line() + "\"");
            }
            long room = available.applyAsLong(line);
            if (one.quantity() > room) {
                throw new RefusedException(
                        Codes.QUANTITY_EXCEEDED,
                        "line " + one.line() + " has " + line.words(room) + " to " + what + ", "
                                + line.words(one.quantity()) + " were asked for");
            }
            quantities.add(one);
        }
        return quantities;
    }
}
