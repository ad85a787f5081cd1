package org.orderengine.decision.effect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.decision.draft.Quantities;
import org.orderengine.decision.draft.UnitsByLocation;
import org.orderengine.effect.Effect;
import org.orderengine.event.Event;
import org.orderengine.model.ChildKind;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Shipment;
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
                .planned(DeliveryDesk::deliver)
                .booked((draft, effect, done) -> delivered(draft, effect, done.reference())));
    }

    private static void deliver(Draft draft) {
        List<LineQuantity> lines = Quantities.shippable(draft.order());
        Set<String> names = new HashSet<>();
        for (UnitsByLocation.Place place : UnitsByLocation.parcels(draft.order(), lines)) {
            String name = Names.next(
                    "s",
                    draft.books().shipments().size(),
                    taken -> draft.books().shipment(taken) != null || names.contains(taken));
            names.add(name);
            draft.want(EffectKind.GOODS_DELIVER.units(name, place.lines(), place.location()));
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
}
