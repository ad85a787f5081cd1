package org.orderengine.decision.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.decision.draft.Quantities;
import org.orderengine.effect.Effect;
import org.orderengine.event.Event;
import org.orderengine.model.ChildKind;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Shipment;
import org.orderengine.model.Units;
import org.orderengine.process.vocabulary.EffectKind;

/** The effect of what hands over goods without a parcel. */
final class DeliveryDesk implements Desk {

    @Override
    public List<Duty> duties() {
        return List.of(Duty.of(
                        EffectKind.GOODS_DELIVER,
                        (order, effect) -> new Effect.DeliverGoods(
                                Requests.subject(effect),
                                order.origin().buyer(),
                                Requests.lines(order, effect.lines())))
                .planned(draft -> Handovers.ask(draft, Quantities.shippable(draft.order())))
                .booked((draft, effect, done) -> delivered(draft, effect, done.reference())));
    }

    private static void delivered(Draft draft, OwedEffect effect, @Nullable String reference) {
        String id = effect.subject();
        List<LineQuantity> lines = Quantities.within(draft.books(), effect.lines(), Units::unshipped);
        if (id != null && !lines.isEmpty()) {
            Shipment shipment =
                    Shipment.packed(id, Children.initial(draft, ChildKind.SHIPMENT), lines, null, reference);
            Parcels.leave(draft, shipment.from(effect.location()));
            draft.apply(new Event.ShipmentDelivered(id, draft.now()));
        }
    }

    /** Goods that will never be handed over are taken off the order. */
    @Override
    public void letBe(Draft draft, OwedEffect effect) {
        List<LineQuantity> lines = Quantities.within(draft.books(), effect.lines(), Units::unshipped);
        if (!lines.isEmpty()) {
            Cancellations.cancel(draft, lines);
            if (draft.books().isNothingLeft()
                    && draft.books().shipping().price().isPositive()) {
                draft.apply(new Event.ShippingWaived());
            }
        }
    }
}
