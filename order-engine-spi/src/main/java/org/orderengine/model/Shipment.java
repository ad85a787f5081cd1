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
 * @param carrier who brings it
 * @param tracking the carrier's name of it
 * @param deliveredAt when it arrived, once it has
 */
public record Shipment(
        String id,
        String state,
        List<LineQuantity> lines,
        @Nullable String carrier,
        @Nullable String tracking,
        @Nullable Instant deliveredAt) {

    public Shipment {
        Checks.requireText(id, "shipment");
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw Checks.refused("shipment " + id + " is empty");
        }
    }

    /** A parcel that has not arrived. */
    public Shipment(
            String id, String state, List<LineQuantity> lines, @Nullable String carrier, @Nullable String tracking) {
        this(id, state, lines, carrier, tracking, null);
    }

    /** This shipment in another state of its machine. */
    public Shipment in(String newState) {
        return new Shipment(id, newState, lines, carrier, tracking, deliveredAt);
    }

    /** This shipment when it has arrived. */
    public Shipment deliveredAt(@Nullable Instant at) {
        return new Shipment(id, state, lines, carrier, tracking, at);
    }
}
