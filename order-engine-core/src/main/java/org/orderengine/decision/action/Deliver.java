package org.orderengine.decision.action;

import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.event.Event;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Order;
import org.orderengine.model.Shipment;
import org.orderengine.model.Shipment.Stage;
import org.orderengine.process.vocabulary.ActionDescription;

/** A parcel arrives. */
final class Deliver implements BuiltInAction {

    private static final String NAME = "deliver";

    private final ActionDescription description = ActionDescription.of(NAME, "a parcel arrived", ParcelChoice.SHIPMENT)
            .about(ChildKind.SHIPMENT);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Shipment shipment = ParcelChoice.named(draft.books(), payload, Stage.SHIPPED);
        Children.permit(draft, ChildKind.SHIPMENT, shipment.id(), NAME);
        if (ParcelChoice.isAt(draft.books(), shipment.id(), Stage.SHIPPED)) {
            draft.apply(new Event.ShipmentDelivered(shipment.id(), draft.now()));
        }
        return shipment.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return ParcelChoice.isAny(order.books(), Stage.SHIPPED);
    }
}
