package org.orderengine.decision.action;

import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Order;
import org.orderengine.model.Shipment;
import org.orderengine.model.Shipment.Stage;
import org.orderengine.process.vocabulary.ActionDescription;

/** A prepared parcel does not leave: its units can be shipped otherwise. */
final class CancelShipment implements BuiltInAction {

    private static final String NAME = "cancel-shipment";

    private final ActionDescription description = ActionDescription.of(
                    NAME, "a parcel that was packed does not leave", ParcelChoice.SHIPMENT)
            .about(ChildKind.SHIPMENT);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Shipment shipment = ParcelChoice.named(draft.books(), payload, Stage.PREPARED);
        Children.permit(draft, ChildKind.SHIPMENT, shipment.id(), NAME);
        if (ParcelChoice.isAt(draft.books(), shipment.id(), Stage.PREPARED)) {
            Parcels.open(draft, shipment);
        }
        return shipment.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return ParcelChoice.isAny(order.books(), Stage.PREPARED);
    }
}
