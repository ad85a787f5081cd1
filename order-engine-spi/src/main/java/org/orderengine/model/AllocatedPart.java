package org.orderengine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a reservation that one location is asked for.
 *
 * @param location the host's name of it
 * @param lines the units
 * @param status what it said
 * @param backordered of the units, those that it promised without having them
 * @param missing of the units, those that the order does without
 */
public record AllocatedPart(
        String location,
        List<LineQuantity> lines,
        Status status,
        List<LineQuantity> backordered,
        List<LineQuantity> missing) {

    /** The state of a part. */
    public enum Status {
        /** The location is to be asked. */
        OWED,
        /** The location holds the units. */
        HELD,
        /** The location no longer has the units. */
        DECLINED
    }

    public AllocatedPart {
        Checks.requireText(location, "location");
        lines = List.copyOf(lines);
        backordered = List.copyOf(backordered);
        missing = List.copyOf(missing);
        if (lines.isEmpty()) {
            throw Checks.refused("location " + location + " is asked for nothing");
        }
    }

    /** Units that a location is to be asked for. */
    public static AllocatedPart of(String location, List<LineQuantity> lines) {
        return new AllocatedPart(location, lines, Status.OWED, List.of(), List.of());
    }

    /** This part with more units; those of one line together. */
    public AllocatedPart and(List<LineQuantity> more) {
        List<LineQuantity> all = new ArrayList<>(lines);
        for (LineQuantity one : more) {
            long before = all.stream()
                    .filter(line -> line.line().equals(one.line()))
                    .mapToLong(LineQuantity::quantity)
                    .sum();
            all.removeIf(line -> line.line().equals(one.line()));
            all.add(new LineQuantity(one.line(), before + one.quantity()));
        }
        return new AllocatedPart(location, all, status, backordered, missing);
    }

    /** This part after the location has held its units. */
    public AllocatedPart held(List<LineQuantity> onBackorder, List<LineQuantity> without) {
        return new AllocatedPart(location, lines, Status.HELD, onBackorder, without);
    }

    /** This part after the location has declined. */
    public AllocatedPart declined() {
        return new AllocatedPart(location, lines, Status.DECLINED, List.of(), List.of());
    }

    /** The units of a line in it. */
    public long of(String line) {
        long sum = 0;
        for (LineQuantity one : lines) {
            sum += one.line().equals(line) ? one.quantity() : 0;
        }
        return sum;
    }

    /** Whether the location holds the units. */
    public boolean isHeld() {
        return status == Status.HELD;
    }
}
