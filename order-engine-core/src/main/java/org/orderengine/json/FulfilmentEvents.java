package org.orderengine.json;

import static org.orderengine.json.Part.amount;
import static org.orderengine.json.Part.flag;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.optionalInstant;
import static org.orderengine.json.Part.text;
import static org.orderengine.json.Part.texts;

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
            new EventCodec<>(
                    "shipment-created",
                    ShipmentCreated.class,
                    FulfilmentCodec.SHIPMENT.as(ShipmentCreated::shipment, ShipmentCreated::new)),
            new EventCodec<>(
                    "shipment-left",
                    ShipmentLeft.class,
                    FulfilmentCodec.SHIPMENT.as(ShipmentLeft::shipment, ShipmentLeft::new)),
            new EventCodec<>(
                    "shipment-failed",
                    ShipmentFailed.class,
                    Shape.of(
                            text(Field.SHIPMENT, ShipmentFailed::shipment),
                            flag(Field.LOST, ShipmentFailed::lost),
                            ShipmentFailed::new)),
            new EventCodec<>(
                    "shipment-delivered",
                    ShipmentDelivered.class,
                    Shape.of(
                            text(Field.SHIPMENT, ShipmentDelivered::shipment),
                            optionalInstant(Field.DELIVERED_AT, ShipmentDelivered::at),
                            ShipmentDelivered::new)),
            new EventCodec<>(
                    "shipment-moved",
                    ShipmentMoved.class,
                    Shape.of(
                            text(Field.SHIPMENT, ShipmentMoved::shipment),
                            text(Field.STATE, ShipmentMoved::state),
                            ShipmentMoved::new)),
            new EventCodec<>(
                    "return-requested",
                    ReturnRequested.class,
                    FulfilmentCodec.RETURN.as(ReturnRequested::requested, ReturnRequested::new)),
            new EventCodec<>(
                    "return-received",
                    ReturnReceived.class,
                    Shape.of(
                            text(Field.RETURN, ReturnReceived::returned),
                            objects(Field.LINES, FulfilmentCodec.RETURN_LINE, ReturnReceived::lines),
                            amount(Field.REFUND, ReturnReceived::refund),
                            ReturnReceived::new)),
            new EventCodec<>(
                    "return-moved",
                    ReturnMoved.class,
                    Shape.of(
                            text(Field.RETURN, ReturnMoved::returned),
                            text(Field.STATE, ReturnMoved::state),
                            flag(Field.ENDED, ReturnMoved::ended),
                            ReturnMoved::new)),
            new EventCodec<>(
                    "return-replaced",
                    ReturnReplaced.class,
                    Shape.of(
                            text(Field.RETURN, ReturnReplaced::returned),
                            texts(Field.LINES, ReturnReplaced::lines),
                            ReturnReplaced::new)));

    private FulfilmentEvents() {}
}
