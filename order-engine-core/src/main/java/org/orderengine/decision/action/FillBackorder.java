package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Quantities;
import org.orderengine.decision.draft.UnitsByLocation;
import org.orderengine.decision.effect.Backorders;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/**
 * Goods may have arrived: the inventory is asked to hold the units that it promised. It is asked for the units of a line once at a
 * time, and again only where they changed meanwhile, so that the asking ends.
 */
public final class FillBackorder implements BuiltInAction {

    /** Its name, by which the engine asks for it when goods arrive. */
    public static final String NAME = "fill-backorder";

    private static final PayloadKey LINES = PayloadKey.objects(
                    "lines", "which units may have arrived; more than wait are ignored", PayloadReader.QUANTITIES)
            .orElse("all that wait");

    private final ActionDescription description = ActionDescription.of(
                    NAME,
                    "goods may have arrived for units on backorder; taken in every state that is not final, and moves"
                            + " nothing",
                    LINES)
            .standing(Stance.MOVES_NOTHING);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        List<LineQuantity> waiting = waiting(draft, payload.lines(LINES));
        if (waiting.isEmpty()) {
            throw Draft.refuse(
                    Codes.NOTHING_BACKORDERED, "Order " + draft.order().id() + " has no unit that waits for goods");
        }
        for (UnitsByLocation.Place place : UnitsByLocation.backordered(draft.books(), waiting)) {
            draft.want(EffectKind.INVENTORY_FILL.units(null, place.lines(), place.location()));
        }
        return null;
    }

    @Override
    public boolean isPossible(Order order) {
        return order.books().lines().stream().anyMatch(line -> Backorders.unasked(order, line) > 0);
    }

    /** What waits of the units that are meant, all where none are: some may have been filled or cancelled meanwhile. */
    private static List<LineQuantity> waiting(Draft draft, @Nullable List<LineQuantity> meant) {
        if (meant == null) {
            return Quantities.all(draft.books(), line -> Backorders.unasked(draft.order(), line));
        }
        List<LineQuantity> waiting = new ArrayList<>();
        for (LineQuantity one : meant) {
            Line line = draft.books().line(one.line());
            long part = line == null ? 0 : Math.min(one.quantity(), Backorders.unasked(draft.order(), line));
            if (part > 0) {
                waiting.add(new LineQuantity(one.line(), part));
            }
        }
        return waiting;
    }
}
