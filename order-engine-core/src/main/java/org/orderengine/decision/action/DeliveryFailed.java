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
import org.orderengine.process.vocabulary.PayloadKey;

/**
 * A parcel did not arrive. Units that come back are held for the order again, as before they left. In place of lost units the
 * inventory is asked for others, on backorder where there are none.
 */
final class DeliveryFailed implements BuiltInAction {

    private static final String NAME = "delivery-failed";
    private static final PayloadKey LOST = PayloadKey.flag("lost", "whether the parcel is lost, and does not come back")
            .orElse("false");

    private final ActionDescription description = ActionDescription.of(
                    NAME,
                    "a parcel did not arrive: it came back, and its units are held again, or it is lost",
                    ParcelChoice.SHIPMENT,
                    LOST,
                    ActionDescription.REASON)
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
            Parcels.fail(draft, shipment, Boolean.TRUE.equals(payload.flag(LOST)));
        }
        return shipment.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return ParcelChoice.isAny(order.books(), Stage.SHIPPED);
    }
}
