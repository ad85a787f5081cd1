package org.orderengine.decision.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Shipment;
import org.orderengine.process.vocabulary.EffectKind;

/** Parcels that are packed and have not left. Their units count as held or open until they leave. */
public final class Parcels {

    private Parcels() {}

    /** Opens parcels that hold more than the order still stands for, the last one first. */
    public static void settle(Draft draft) {
        List<Shipment> shipments = draft.books().shipments();
        for (int i = shipments.size() - 1; i >= 0; i--) {
            Shipment shipment = shipments.get(i);
            if (shipment.stage() == Shipment.Stage.PREPARED && isTooMuch(draft.books(), shipment)) {
                open(draft, shipment);
            }
        }
    }

    private static boolean isTooMuch(Books books, Shipment shipment) {
        for (LineQuantity one : shipment.lines()) {
            Line line = books.line(one.line());
            if (line == null
                    || Quantities.packedUnheld(books, line) > line.units().open()) {
                return true;
            }
        }
        return false;
    }

    /** Enters that a packed parcel does not leave. */
    public static void cancel(Draft draft, String id) {
        draft.apply(new Event.ShipmentMoved(id, Shipment.Stage.CANCELLED.word()));
    }

    /** Opens a parcel again. The carrier is told, if it may have been told of the parcel. */
    public static void open(Draft draft, Shipment shipment) {
        cancel(draft, shipment.id());
        for (OwedEffect effect : draft.flow().effects()) {
            if (EffectKind.LOGISTICS_DISPATCH.is(effect)
                    && shipment.id().equals(effect.subject())
                    && effect.attempts() == 0
                    && effect.status() == OwedEffect.Status.OWED) {
                draft.apply(new Event.EffectDropped(effect.id()));
                return;
            }
        }
        if (draft.policy().services().has(EffectKind.Service.LOGISTICS)) {
            draft.want(EffectKind.LOGISTICS_CANCEL.units(shipment.id(), List.of()));
        }
    }

    /** Enters that goods leave which were not packed before. */
    public static void leave(Draft draft, Shipment packed) {
        List<LineQuantity> held = consumed(draft, packed);
        draft.apply(new Event.ShipmentCreated(packed));
        draft.apply(new Event.ShipmentLeft(packed.leaving(Quantities.beyond(packed.lines(), held), null, null)));
    }

    /** Enters that a packed parcel leaves. */
    public static void go(Draft draft, Shipment packed, @Nullable String carrier, @Nullable String tracking) {
        List<LineQuantity> held = consumed(draft, packed);
        draft.apply(new Event.ShipmentLeft(packed.leaving(Quantities.beyond(packed.lines(), held), carrier, tracking)));
    }

    /** Tells the inventory which of the units that it holds leave. */
    public static List<LineQuantity> consumed(Draft draft, Shipment shipment) {
        String location = shipment.location();
        List<LineQuantity> held = Quantities.within(
                draft.books(), shipment.lines(), units -> units.at(location).reserved());
        if (!held.isEmpty()) {
            draft.want(EffectKind.INVENTORY_CONSUME.units(shipment.id(), held, location));
        }
        return held;
    }

    /** Enters that a parcel did not arrive, and has its units held again. */
    public static void fail(Draft draft, Shipment shipment, boolean lost) {
        draft.apply(new Event.ShipmentFailed(shipment.id(), lost));
        List<LineQuantity> held = Quantities.beyond(shipment.lines(), shipment.unheld());
        if (!held.isEmpty()) {
            draft.want(
                    lost
                            ? EffectKind.INVENTORY_RESERVE_BACKORDER.units(shipment.id(), held)
                            : EffectKind.INVENTORY_TAKE_BACK.units(shipment.id(), held, shipment.location()));
        }
    }
}
