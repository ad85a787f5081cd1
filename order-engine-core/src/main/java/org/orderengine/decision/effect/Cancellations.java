package org.orderengine.decision.effect;

import java.util.List;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Quantities;
import org.orderengine.decision.draft.UnitsByLocation;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Units;
import org.orderengine.policy.RefundPolicy;
import org.orderengine.process.vocabulary.EffectKind;

/** Cancels units of an order, and wants the release of what the inventory holds for them. */
public final class Cancellations {

    private Cancellations() {}

    /** Cancels these units, and wants the release of what the inventory holds for them. */
    public static void cancel(Draft draft, List<LineQuantity> lines) {
        Books before = draft.books();
        draft.apply(new Event.UnitsCancelled(lines));
        release(draft, before);
    }

    /** Wants the release, at each location, of units that the inventory held before and the books no longer do. */
    public static void release(Draft draft, Books before) {
        for (UnitsByLocation.Place freed : UnitsByLocation.freed(before, draft.books())) {
            draft.want(EffectKind.INVENTORY_RELEASE.units(null, freed.lines(), freed.location()));
        }
    }

    /** Cancels units that the inventory does not have, as far as they are still open. */
    public static void cancelOpen(Draft draft, List<LineQuantity> lines) {
        List<LineQuantity> open = Quantities.within(draft.books(), lines, Units::open);
        if (!open.isEmpty()) {
            draft.apply(new Event.UnitsCancelled(open));
        }
    }

    /** Cancels everything that has not shipped, and waives the delivery where nothing remains. */
    public static void cancelAll(Draft draft) {
        Money before = draft.order().totals().total();
        List<LineQuantity> all = Handovers.cancellable(draft.order());
        if (!all.isEmpty()) {
            cancel(draft, all);
        }
        if (draft.books().isNothingLeft() && draft.books().shipping().price().isPositive()) {
            draft.apply(new Event.ShippingWaived());
        }
        Refunds.charge(draft, RefundPolicy.Cause.CANCEL, before);
    }
}
