package org.orderengine.decision.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Held;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.decision.draft.Wanted;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Shipment;
import org.orderengine.model.Units;
import org.orderengine.process.ChildKind;
import org.orderengine.process.EffectNames;

/** What work that was done enters into the books. */
public final class BookEffect {

    private BookEffect() {}

    public static void done(Draft draft, OwedEffect effect, EffectResult.Done done) {
        switch (effect.name()) {
            case EffectNames.INVENTORY_RESERVE,
                    EffectNames.INVENTORY_RESERVE_PARTIAL,
                    EffectNames.INVENTORY_RESERVE_BACKORDER -> reserved(draft, effect.lines(), done, null);
            case EffectNames.INVENTORY_FILL ->
                Backorders.filled(draft, effect.lines(), done.backordered(), effect.location());
            case EffectNames.COUPONS_REDEEM -> draft.apply(new Event.CouponsRedeemed(effect.codes()));
            case EffectNames.COUPONS_RETURN -> draft.apply(new Event.CouponsReturned(effect.codes()));
            case EffectNames.POINTS_SPEND -> draft.apply(new Event.PointsSpent(effect.points()));
            case EffectNames.POINTS_RETURN -> draft.apply(new Event.PointsReturned(effect.points()));
            case EffectNames.POINTS_GRANT ->
                draft.apply(new Event.PointsGranted(
                        effect.points(), effect.amount() == null ? draft.books().money(0) : effect.amount()));
            case EffectNames.POINTS_CLAW_BACK -> draft.apply(new Event.PointsClawedBack(effect.points()));
            case EffectNames.GOODS_DELIVER -> delivered(draft, effect, done.reference());
            default -> money(draft, effect, done);
        }
    }

    private static void delivered(Draft draft, OwedEffect effect, @Nullable String reference) {
        String id = effect.subject();
        if (id != null) {
            Shipment shipment =
                    Shipment.packed(id, Children.initial(draft, ChildKind.SHIPMENT), effect.lines(), null, reference);
            Parcels.leave(draft, shipment.from(effect.location()));
            draft.apply(new Event.ShipmentDelivered(id, draft.now()));
        }
    }

    private static void money(Draft draft, OwedEffect effect, EffectResult.Done done) {
        String payment = effect.subject();
        Money amount = effect.amount();
        if (payment == null || amount == null) {
            return;
        }
        switch (effect.name()) {
            case EffectNames.PAYMENT_AUTHORIZE ->
                draft.apply(new Event.PaymentAuthorized(payment, amount, done.reference()));
            case EffectNames.PAYMENT_CAPTURE -> draft.apply(new Event.PaymentCaptured(payment, amount));
            case EffectNames.PAYMENT_VOID -> draft.apply(new Event.PaymentVoided(payment, amount));
            case EffectNames.PAYMENT_REFUND, EffectNames.PAYMENT_CREDIT ->
                draft.apply(new Event.PaymentRefunded(payment, amount));
            default -> {
                // the host's own work moves no money of the order's
            }
        }
    }

    /** What was cancelled or changed while the inventory was asked is given back again. */
    public static void reserved(
            Draft draft, List<LineQuantity> asked, EffectResult.Done done, @Nullable String location) {
        List<LineQuantity> lines = Held.beyond(asked, done.missing());
        List<LineQuantity> backordered = done.backordered();
        List<LineQuantity> held = Held.within(draft.books(), Held.beyond(lines, backordered), Units::open);
        if (!held.isEmpty()) {
            draft.apply(new Event.UnitsReserved(held, location));
        }
        List<LineQuantity> promised = Held.within(draft.books(), backordered, Units::open);
        if (!promised.isEmpty()) {
            draft.apply(new Event.UnitsBackordered(promised, location));
        }
        List<LineQuantity> unwanted = Held.beyond(Held.beyond(lines, held), promised);
        if (!unwanted.isEmpty()) {
            draft.want(Wanted.units(EffectNames.INVENTORY_RELEASE, null, unwanted, location));
        }
        Cancellations.cancelOpen(draft, done.missing());
    }
}
