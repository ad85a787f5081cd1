package org.orderengine.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of an order: its units, its carrier, and how far it came.
 *
 * <p>Its {@link Stage} is what the books say. Its state is where its own machine is, which may be finer than the stage.
 *
 * <p>The usual life of a parcel:
 *
 * <ol>
 *   <li>prepared: it is packed, and may still be cancelled;
 *   <li>shipped: it has left;
 *   <li>delivered, returned or lost.
 * </ol>
 *
 * <pre>{@code
 * for (Shipment shipment : order.books().shipments()) {
 *     track(shipment.carrier(), shipment.tracking(), shipment.stage());
 * }
 * }</pre>
 *
 * <p>A parcel without units is an {@link IllegalArgumentException}. Immutable, so safe for any number of threads.
 *
 * <p>The record has more than seven components: each is one fact of a parcel, known at a time of its own.
 *
 * @param id the shipment's id within its order
 * @param state the state of the shipment's own machine
 * @param stage how far it came
 * @param lines the units in it, per line
 * @param unheld of these, the units that left without a reservation
 * @param carrier the carrier's name; null where it is not known
 * @param tracking the carrier's own number of the parcel; null where it is not known
 * @param deliveredAt when it arrived; null where that is not known
 * @param location the location that it leaves from; null at a host that names no locations
 */
public record Shipment(
        String id,
        String state,
        Stage stage,
        List<LineQuantity> lines,
        List<LineQuantity> unheld,
        @Nullable String carrier,
        @Nullable String tracking,
        @Nullable Instant deliveredAt,
        @Nullable String location)
        implements Child {

    /** How far a parcel came. */
    public enum Stage {
        /** It is packed and has not left. */
        PREPARED,
        /** It is on its way. */
        SHIPPED,
        /** It has arrived. */
        DELIVERED,
        /** It came back without having been handed over. */
        RETURNED,
        /** It did not arrive and does not come back. */
        LOST,
        /** It was packed and does not leave. */
        CANCELLED;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** What it is called, which is also the name of the state that stands for it. */
        public String word() {
            return word;
        }

        /** The stage that a state of that name stands for; null for a state that stands for none. */
        public static @Nullable Stage named(String state) {
            for (Stage stage : values()) {
                if (stage.word.equals(state)) {
                    return stage;
                }
            }
            return null;
        }
    }

    public Shipment {
        Checks.requireText(id, "shipment");
        lines = List.copyOf(lines);
        unheld = List.copyOf(unheld);
        if (lines.isEmpty()) {
            throw Checks.refused("shipment " + id + " is empty");
        }
    }

    /** A parcel that was packed. */
    public static Shipment packed(
            String id, String state, List<LineQuantity> lines, @Nullable String carrier, @Nullable String tracking) {
        return new Shipment(id, state, Stage.PREPARED, lines, List.of(), carrier, tracking, null, null);
    }

    /** This shipment in another state of its machine. */
    public Shipment in(String newState) {
        return new Shipment(id, newState, stage, lines, unheld, carrier, tracking, deliveredAt, location);
    }

    /** This shipment at another stage, in the state that stands for it. */
    public Shipment at(Stage newStage) {
        return new Shipment(id, newStage.word(), newStage, lines, unheld, carrier, tracking, deliveredAt, location);
    }

    /** This shipment on its way. */
    public Shipment leaving(List<LineQuantity> withoutHold, @Nullable String by, @Nullable String trackedAs) {
        return new Shipment(
                id,
                Stage.SHIPPED.word(),
                Stage.SHIPPED,
                lines,
                withoutHold,
                by == null ? carrier : by,
                trackedAs == null ? tracking : trackedAs,
                null,
                location);
    }

    /** This shipment when it has arrived. */
    public Shipment deliveredAt(@Nullable Instant at) {
        return new Shipment(id, state, stage, lines, unheld, carrier, tracking, at, location);
    }

    /** This shipment from a location. */
    public Shipment from(@Nullable String newLocation) {
        return new Shipment(id, state, stage, lines, unheld, carrier, tracking, deliveredAt, newLocation);
    }

    /** Without the tracking number, by which others find the buyer's address. */
    @Override
    public String toString() {
        return "Shipment[id=" + id + ", state=" + state + ", stage=" + stage + ", lines=" + lines + ", unheld=" + unheld
                + ", deliveredAt=" + deliveredAt + ", location=" + location + "]";
    }
}
