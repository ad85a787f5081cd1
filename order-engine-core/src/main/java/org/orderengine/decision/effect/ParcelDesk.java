package org.orderengine.decision.effect;

import java.util.List;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Shipment;
import org.orderengine.process.vocabulary.EffectKind;

/** The effects of the host's carriers. */
final class ParcelDesk implements Desk {

    @Override
    public List<Duty> duties() {
        return List.of(
                Duty.of(
                        EffectKind.LOGISTICS_DISPATCH,
                        (order, effect) -> new Effect.DispatchShipment(
                                Requests.subject(effect), Requests.lines(order, effect.lines()), effect.location())),
                Duty.inside(EffectKind.SHIPMENT_LEAVE, draft -> {}).booked(ParcelDesk::leaves),
                Duty.of(
                        EffectKind.LOGISTICS_CANCEL,
                        (order, effect) -> new Effect.CancelDispatch(Requests.subject(effect))));
    }

    /** A parcel that was opened meanwhile stays. */
    private static void leaves(Draft draft, OwedEffect effect, EffectResult.Done done) {
        Shipment packed = effect.subject() == null ? null : draft.books().shipment(effect.subject());
        if (packed != null && packed.stage() == Shipment.Stage.PREPARED) {
            Parcels.go(draft, packed, null, null);
        }
    }

    /** A parcel that no carrier collects does not leave. */
    @Override
    public void letBe(Draft draft, OwedEffect effect) {
        if (EffectKind.LOGISTICS_DISPATCH.is(effect) && effect.subject() != null) {
            Shipment shipment = draft.books().shipment(effect.subject());
            if (shipment != null && shipment.stage() == Shipment.Stage.PREPARED) {
                Parcels.cancel(draft, shipment.id());
            }
        }
    }
}
