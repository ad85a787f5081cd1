package org.orderengine.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of an order.
 *
 * @param id the shipment's id within its order
 * @param state the state of the shipment's own machine
 * @param lines what is in it
 * @param unheld those of its units that left without the inventory holding them
 * @param carrier who brings it
 * @param tracking the carrier's name of it
 * @param deliveredAt when it arrived, once it has
 * @param location where it leaves; null at a host that names no locations
 */
public record Shipment(
        String id,
        String state,
        List<LineQuantity> lines,
        List<LineQuantity> unheld,
        @Nullable String carrier,
        @Nullable String tracking,
        @Nullable Instant deliveredAt,
        @Nullable String location) {

    public Shipment {
        Checks.requireText(id, "shipment");
        lines = List.copyOf(lines);
        unheld = List.copyOf(unheld);
        if (lines.isEmpty()) {
            throw Checks.refused("shipment " + id + " is empty");
        }
    }

    /** A parcel that has not arrived. */
    public Shipment(
            String id,
            String state,
            List<LineQuantity> lines,
            List<LineQuantity> unheld,
            @Nullable String carrier,
            @Nullable String tracking) {
        this(id, state, lines, unheld, carrier, tracking, null, null);
    }

    /** This shipment in another state of its machine. */
    public Shipment in(String newState) {
        return new Shipment(id, newState, lines, unheld, carrier, tracking, deliveredAt, location);
    }

    /** This shipment on its way. */
    public Shipment leaving(
            String newState, List<LineQuantity> withoutHold, @Nullable String by, @Nullable String trackedAs) {
        return new Shipment(
                id,
                newState,
                lines,
                withoutHold,
                by == null ? carrier : by,
                trackedAs == null ? tracking : trackedAs,
                null,
                location);
    }

    /** This shipment when it has arrived. */
    public Shipment deliveredAt(@Nullable Instant at) {
        return new Shipment(id, state, lines, unheld, carrier, tracking, at, location);
    }

    /** This shipment from a location. */
    public Shipment from(@Nullable String newLocation) {
        return new Shipment(id, state, lines, unheld, carrier, tracking, deliveredAt, newLocation);
    }
}
