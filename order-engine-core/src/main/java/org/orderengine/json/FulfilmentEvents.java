package org.orderengine.json;

import static org.orderengine.json.EventCodec.event;

import java.util.List;
import org.orderengine.event.Event.ReturnMoved;
import org.orderengine.event.Event.ReturnReceived;
import org.orderengine.event.Event.ReturnReplaced;
import org.orderengine.event.Event.ReturnRequested;
import org.orderengine.event.Event.ShipmentCreated;
import org.orderengine.event.Event.ShipmentDelivered;
import org.orderengine.event.Event.ShipmentFailed;
import org.orderengine.event.Event.ShipmentLeft;
import org.orderengine.event.Event.ShipmentMoved;

/** Events about shipments and returns. */
final class FulfilmentEvents {

    static final List<EventCodec<?>> ALL = List.of(
            event(
                    "shipment-created",
                    ShipmentCreated.class,
                    FulfilmentCodec.SHIPMENT,
                    ShipmentCreated::shipment,
                    ShipmentCreated::new),
            event(
                    "shipment-left",
                    ShipmentLeft.class,
                    FulfilmentCodec.SHIPMENT,
                    ShipmentLeft::shipment,
                    ShipmentLeft::new),
            event(
                    "shipment-failed",
                    ShipmentFailed.class,
                    Shape.of(
                            Field.SHIPMENT.text(ShipmentFailed::shipment),
                            Field.LOST.flag(ShipmentFailed::lost),
                            ShipmentFailed::new)),
            event(
                    "shipment-delivered",
                    ShipmentDelivered.class,
                    Shape.of(
                            Field.SHIPMENT.text(ShipmentDelivered::shipment),
                            Field.DELIVERED_AT.optionalInstant(ShipmentDelivered::at),
                            ShipmentDelivered::new)),
            event(
                    "shipment-moved",
                    ShipmentMoved.class,
                    Shape.of(
                            Field.SHIPMENT.text(ShipmentMoved::shipment),
                            Field.STATE.text(ShipmentMoved::state),
                            ShipmentMoved::new)),
            event(
                    "return-requested",
                    ReturnRequested.class,
                    FulfilmentCodec.RETURN,
                    ReturnRequested::requested,
                    ReturnRequested::new),
            event(
                    "return-received",
                    ReturnReceived.class,
                    Shape.of(
                            Field.RETURN.text(ReturnReceived::returned),
                            Field.LINES.objects(FulfilmentCodec.RETURN_LINE, ReturnReceived::lines),
                            Field.REFUND.amount(ReturnReceived::refund),
                            ReturnReceived::new)),
            event(
                    "return-moved",
                    ReturnMoved.class,
                    Shape.of(
                            Field.RETURN.text(ReturnMoved::returned),
                            Field.STATE.text(ReturnMoved::state),
                            Field.ENDED.flag(ReturnMoved::ended),
                            ReturnMoved::new)),
            event(
                    "return-replaced",
                    ReturnReplaced.class,
                    Shape.of(
                            Field.RETURN.text(ReturnReplaced::returned),
                            Field.LINES.texts(ReturnReplaced::lines),
                            ReturnReplaced::new)));

    private FulfilmentEvents() {}
}
