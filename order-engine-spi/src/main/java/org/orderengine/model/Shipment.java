package org.orderengine.model;

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
 */
public record Shipment(
        String id, String state, List<LineQuantity> lines, @Nullable String carrier, @Nullable String tracking) {

    public Shipment {
        Checks.requireText(id, "shipment");
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw Checks.refused("shipment " + id + " is empty");
        }
    }

    /** This shipment in another state of its machine. */
    public Shipment in(String newState) {
        return new Shipment(id, newState, lines, carrier, tracking);
    }
}
