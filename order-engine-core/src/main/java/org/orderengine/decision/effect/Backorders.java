package org.orderengine.decision.effect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Quantities;
import org.orderengine.event.Event;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.vocabulary.EffectKind;

/** Units on backorder: which wait, and which the inventory holds now. */
public final class Backorders {

    private Backorders() {}

    /** Enters the units that a location holds now, of those that it was asked for. */
    public static void filled(
            Draft draft, List<LineQuantity> asked, List<LineQuantity> missing, @Nullable String location) {
        List<LineQuantity> filled = new ArrayList<>();
        List<LineQuantity> again = new ArrayList<>();
        for (LineQuantity one : asked) {
            Line line = draft.books().line(one.line());
            long waits = line == null ? 0 : line.units().at(location).backordered();
            long were = Math.min(one.quantity(), waits);
            long there = were - Math.min(were, Quantities.of(missing, one.line()));
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
            draft.want(EffectKind.INVENTORY_FILL.units(null, again, location));
        }
    }

    /** Units of a line that wait for goods; none while the inventory is asked for them. */
    public static long unasked(Order order, Line line) {
        for (OwedEffect effect : order.flow().effects()) {
            if (EffectKind.INVENTORY_FILL.is(effect) && Quantities.of(effect.lines(), line.id()) > 0) {
                return 0;
            }
        }
        return line.units().backordered();
    }
}
