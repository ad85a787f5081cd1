package org.orderengine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The units of a line, counted by where they are.
 *
 * <p>U1 holds for every value: ordered = open + reserved + backordered + shipped + cancelled. Counts that break it, or that are
 * below zero, are an {@link IllegalArgumentException}.
 *
 * <p>The usual life of a unit:
 *
 * <ol>
 *   <li>open: it was ordered, and nothing was done for it;
 *   <li>reserved, or backordered until goods arrive;
 *   <li>shipped, then delivered;
 *   <li>returned to stock, or written off.
 * </ol>
 *
 * <p>A unit that has not shipped can be cancelled.
 *
 * <pre>{@code
 * Units units = Units.ordered(3).reserve(3, null).ship(2, null);
 * units.shipped();      // 2
 * units.unshipped();    // 1
 * }</pre>
 *
 * <p>Each method returns other units and moves whole units only. Immutable, so safe for any number of threads.
 *
 * <p>The record has more than seven components: there is one count for each place that a unit can be in, and U1 adds them up.
 *
 * @param ordered units that the buyer asked for
 * @param open units for which nothing was done yet
 * @param reserved units that the inventory holds for this line
 * @param backordered units that the inventory promised without having them
 * @param shipped units that left, whatever became of them later
 * @param delivered of the shipped units, those that arrived
 * @param cancelled units taken off the order before they shipped
 * @param returned of the shipped units, those that came back to stock
 * @param writtenOff of the shipped units, those refunded that did not go back to stock
 * @param places the named locations that hold or promised units of the line. Units that none of them holds are at the one
 *     location of a host that names none
 */
public record Units(
        long ordered,
        long open,
        long reserved,
        long backordered,
        long shipped,
        long delivered,
        long cancelled,
        long returned,
        long writtenOff,
        List<HeldAt> places) {

    public Units {
        places = List.copyOf(places);
        if ((open | reserved | backordered | shipped | delivered | cancelled | returned | writtenOff) < 0) {
            throw Checks.refused("a number of units is less than zero");
        }
        if (ordered != open + reserved + backordered + shipped + cancelled) {
            throw Checks.refused("ordered " + ordered + " is not open " + open + " + reserved " + reserved
                    + " + backordered " + backordered + " + shipped " + shipped + " + cancelled " + cancelled);
        }
        if (delivered > shipped) {
            throw Checks.refused("delivered " + delivered + " is more than shipped " + shipped);
        }
        if (returned + writtenOff > shipped) {
            throw Checks.refused(
                    "returned " + returned + " + written off " + writtenOff + " is more than shipped " + shipped);
        }
        requirePlaces(places, reserved, backordered);
    }

    /** Units that no named location holds. */
    public Units(
            long ordered,
            long open,
            long reserved,
            long backordered,
            long shipped,
            long delivered,
            long cancelled,
            long returned,
            long writtenOff) {
        this(ordered, open, reserved, backordered, shipped, delivered, cancelled, returned, writtenOff, List.of());
    }

    private static void requirePlaces(List<HeldAt> places, long reserved, long backordered) {
        long reservedThere = 0;
        long backorderedThere = 0;
        for (HeldAt place : places) {
            if (place.location() == null || place.promised() == 0) {
                throw Checks.refused("a place without name or units");
            }
            if (places.stream()
                            .filter(other -> place.location().equals(other.location()))
                            .count()
                    > 1) {
                throw Checks.refused("two places are called " + place.location());
            }
            reservedThere += place.reserved();
            backorderedThere += place.backordered();
        }
        if (reservedThere > reserved || backorderedThere > backordered) {
            throw Checks.refused("reserved " + reserved + " and backordered " + backordered
                    + " is less than the locations hold: " + reservedThere + " and " + backorderedThere);
        }
    }

    /** {@code quantity} units that nothing was done for yet. */
    public static Units ordered(long quantity) {
        return new Units(quantity, quantity, 0, 0, 0, 0, 0, 0, 0);
    }

    /** After the buyer asked for {@code quantity} units more. */
    public Units orderMore(long quantity) {
        return new Units(
                Math.addExact(ordered, quantity),
                open + quantity,
                reserved,
                backordered,
                shipped,
                delivered,
                cancelled,
                returned,
                writtenOff,
                places);
    }

    /**
     * After the goods were weighed, before any of them left: less than was asked for counts as cancelled, more as ordered. Weighed again,
     * it is as if the goods had been weighed only then.
     *
     * @param weight how many steps there are
     * @param agreed how many steps of those that were asked for were not cancelled before
     */
    public Units weighed(long weight, long agreed) {
        long now = ordered - gone();
        Units moved = weight < now ? cancel(now - weight) : orderMore(weight - now);
        long orderedBefore = ordered - Math.max(0, now - agreed);
        long never = moved.ordered - orderedBefore - Math.max(0, weight - agreed);
        return new Units(
                moved.ordered - never,
                moved.open,
                moved.reserved,
                moved.backordered,
                moved.shipped,
                moved.delivered,
                moved.cancelled - never,
                moved.returned,
                moved.writtenOff,
                moved.places);
    }

    /** Units that are still to be shipped: open, reserved or backordered. */
    public long unshipped() {
        return open + reserved + backordered;
    }

    /** Units that the inventory holds for the line or has promised to it. */
    public long promised() {
        return reserved + backordered;
    }

    /** Units that the order no longer stands for. */
    public long gone() {
        return cancelled + returned + writtenOff;
    }

    /** Where units of the line are held or promised, in the order in which the locations came to it. */
    public List<HeldAt> held() {
        long reservedThere = 0;
        long backorderedThere = 0;
        for (HeldAt place : places) {
            reservedThere += place.reserved();
            backorderedThere += place.backordered();
        }
        if (reservedThere == reserved && backorderedThere == backordered) {
            return places;
        }
        List<HeldAt> held = new ArrayList<>(places.size() + 1);
        held.add(new HeldAt(null, reserved - reservedThere, backordered - backorderedThere));
        held.addAll(places);
        return held;
    }

    /** What a location holds of the line; null for the one location of a host that names none. */
    public HeldAt at(@Nullable String location) {
        if (location == null && places.isEmpty()) {
            return new HeldAt(null, reserved, backordered);
        }
        for (HeldAt place : held()) {
            if (place.isAt(location)) {
                return place;
            }
        }
        return new HeldAt(location, 0, 0);
    }

    /** After the inventory took {@code quantity} open units into reservation at a location. */
    public Units reserve(long quantity, @Nullable String location) {
        return moved(-quantity, quantity, 0, 0, location);
    }

    /** After a location no longer holds {@code quantity} units, reserved ones first, and the order still stands for them. */
    public Units unreserve(long quantity, @Nullable String location) {
        long fromReserved = Math.min(quantity, at(location).reserved());
        return moved(quantity, -fromReserved, fromReserved - quantity, 0, location);
    }

    /** These units with the reservations and backorders of {@code other}; the rest is open. */
    public Units holding(Units other) {
        return new Units(
                ordered,
                open + promised() - other.promised(),
                other.reserved,
                other.backordered,
                shipped,
                delivered,
                cancelled,
                returned,
                writtenOff,
                other.places);
    }

    /** After {@code quantity} open units were promised on backorder at a location. */
    public Units backorder(long quantity, @Nullable String location) {
        return moved(-quantity, 0, quantity, 0, location);
    }

    /** After goods arrived at a location for {@code quantity} units on backorder there. */
    public Units fillBackorder(long quantity, @Nullable String location) {
        return moved(0, quantity, -quantity, 0, location);
    }

    /** After {@code quantity} units left a location: reserved ones first, then open ones. */
    public Units ship(long quantity, @Nullable String location) {
        long held = Math.min(quantity, at(location).reserved());
        return moved(held - quantity, -held, 0, quantity, location);
    }

    /** After shipped units did not arrive: a location holds {@code held} of them again, {@code unheld} are open. */
    public Units unship(long held, long unheld, @Nullable String location) {
        return moved(unheld, held, 0, -held - unheld, location);
    }

    private Units moved(
            long moreOpen, long moreReserved, long moreBackordered, long moreShipped, @Nullable String location) {
        return new Units(
                ordered,
                open + moreOpen,
                reserved + moreReserved,
                backordered + moreBackordered,
                shipped + moreShipped,
                delivered,
                cancelled,
                returned,
                writtenOff,
                HeldAt.moved(places, location, moreReserved, moreBackordered));
    }

    /** After {@code quantity} shipped units arrived. */
    public Units deliver(long quantity) {
        return new Units(
                ordered,
                open,
                reserved,
                backordered,
                shipped,
                delivered + quantity,
                cancelled,
                returned,
                writtenOff,
                places);
    }

    /**
     * After {@code quantity} unshipped units were cancelled: open first, then backordered, then reserved. Where several locations hold
     * some, the location that holds the fewest gives up first, so that one parcel less goes out; among equals the last one.
     */
    public Units cancel(long quantity) {
        long fromOpen = Math.min(quantity, open);
        long fromBackorder = Math.min(quantity - fromOpen, backordered);
        long fromReserved = quantity - fromOpen - fromBackorder;
        List<HeldAt> left = places;
        if (!places.isEmpty()) {
            List<HeldAt> fewestFirst = new ArrayList<>(held());
            Collections.reverse(fewestFirst);
            fewestFirst.sort(Comparator.comparingLong(HeldAt::promised));
            long backorders = fromBackorder;
            long reservations = fromReserved;
            for (HeldAt place : fewestFirst) {
                long lessBackordered = Math.min(backorders, place.backordered());
                long lessReserved = Math.min(reservations, place.reserved());
                backorders -= lessBackordered;
                reservations -= lessReserved;
                left = HeldAt.moved(left, place.location(), -lessReserved, -lessBackordered);
            }
        }
        return new Units(
                ordered,
                open - fromOpen,
                reserved - fromReserved,
                backordered - fromBackorder,
                shipped,
                delivered,
                cancelled + quantity,
                returned,
                writtenOff,
                left);
    }

    /** After {@code quantity} cancelled units were put on the order again. */
    public Units restore(long quantity) {
        return new Units(
                ordered,
                open + quantity,
                reserved,
                backordered,
                shipped,
                delivered,
                cancelled - quantity,
                returned,
                writtenOff,
                places);
    }

    /** After {@code accepted} shipped units came back to stock and {@code damaged} ones were written off. */
    public Units takeBack(long accepted, long damaged) {
        return new Units(
                ordered,
                open,
                reserved,
                backordered,
                shipped,
                delivered,
                cancelled,
                returned + accepted,
                writtenOff + damaged,
                places);
    }
}
