package org.orderengine.decision.action;

import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Held;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Places;
import org.orderengine.decision.draft.Wanted;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.EffectNames;

/**
 * Goods may have arrived: the inventory is asked to hold what it has promised. The units of one line are asked for once at a
 * time, and asked for again only where they changed while the inventory was at it, so that asking comes to an end.
 */
public record FillOperation() implements Operation {

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        List<LineQuantity> waiting = waiting(draft, payload.lines());
        if (waiting.isEmpty()) {
            throw Draft.refuse(
                    Codes.NOTHING_BACKORDERED, "Order " + draft.order().id() + " has no unit that waits for goods");
        }
        for (Places.Place place : Places.backordered(draft.books(), waiting)) {
            draft.want(Wanted.units(EffectNames.INVENTORY_FILL, null, place.lines(), place.location()));
        }
        return null;
    }

    @Override
    public boolean isPossible(Order order) {
        return order.books().lines().stream().anyMatch(line -> unasked(order, line) > 0);
    }

    /** What waits of the units that are meant, all where none are: some may have been filled or cancelled meanwhile. */
    private static List<LineQuantity> waiting(Draft draft, @Nullable List<LineQuantity> meant) {
        if (meant == null) {
            return ShippingOperations.quantities(draft.books(), null, line -> unasked(draft.order(), line), "fill");
        }
        List<LineQuantity> waiting = new ArrayList<>();
        for (LineQuantity one : meant) {
            Line line = draft.books().line(one.line());
            long part = line == null ? 0 : Math.min(one.quantity(), unasked(draft.order(), line));
            if (part > 0) {
                waiting.add(new LineQuantity(one.line(), part));
            }
        }
        return waiting;
    }

    /** Enters what the inventory holds now, at a location, of the units that it was asked for. */
    public static void filled(Draft draft, List<LineQuantity> asked, List<LineQuantity> missing, @Nullable String location) {
        List<LineQuantity> filled = new ArrayList<>();
        List<LineQuantity> again = new ArrayList<>();
        for (LineQuantity one : asked) {
            Line line = draft.books().line(one.line());
            long waits = line == null ? 0 : line.units().at(location).backordered();
            long were = Math.min(one.quantity(), waits);
            long there = were - Math.min(were, Held.of(missing, one.line()));
            if (there > 0) {
                filled.add(new LineQuantity(one.line(), there));
            }
            if (waits != one.quantity() && waits > there) {
                again.add(new LineQuantity(one.line(), waits - there));
            }
        }
        if (!filled.isEmpty()) {
            draft.apply(new Event.UnitsFilled(filled, location));
        }
        if (!again.isEmpty()) {
            draft.want(Wanted.units(EffectNames.INVENTORY_FILL, null, again, location));
        }
    }

    /** Units of a line that wait for goods; none while the inventory is asked for them. */
    private static long unasked(Order order, Line line) {
        for (OwedEffect effect : order.flow().effects()) {
            if (effect.name().equals(EffectNames.INVENTORY_FILL) && Held.of(effect.lines(), line.id()) > 0) {
                return 0;
            }
        }
        return line.units().backordered();
    }
}
