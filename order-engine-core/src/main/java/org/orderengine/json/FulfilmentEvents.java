package org.orderengine.json;

import java.io.IOException;
import java.util.List;
import org.orderengine.event.Event.ReturnMoved;
import org.orderengine.event.Event.ReturnReceived;
import org.orderengine.event.Event.ReturnRequested;
import org.orderengine.event.Event.ShipmentCreated;
import org.orderengine.event.Event.ShipmentDelivered;
import org.orderengine.event.Event.ShipmentFailed;
import org.orderengine.event.Event.ShipmentLeft;
import org.orderengine.event.Event.ShipmentMoved;
import org.orderengine.model.Money;
import org.orderengine.model.ReturnLine;

/** Events about shipments and returns. */
final class FulfilmentEvents {

    static final List<EventCodec<?>> ALL = List.of(
            EventShapes.whole(
                    "shipment-created",
                    ShipmentCreated.class,
                    ShipmentCreated::shipment,
                    FulfilmentCodec::writeShipment,
                    FulfilmentCodec::readShipment,
                    ShipmentCreated::new),
            EventShapes.whole(
                    "shipment-left",
                    ShipmentLeft.class,
                    ShipmentLeft::shipment,
                    FulfilmentCodec::writeShipment,
                    FulfilmentCodec::readShipment,
                    ShipmentLeft::new),
            new EventCodec<>(
                    "shipment-failed",
                    ShipmentFailed.class,
                    FulfilmentEvents::writeFailed,
                    FulfilmentEvents::readFailed),
            EventShapes.text(
                    "shipment-delivered",
                    ShipmentDelivered.class,
                    Field.SHIPMENT,
                    ShipmentDelivered::shipment,
                    ShipmentDelivered::new),
            EventShapes.moved(
                    "shipment-moved",
                    ShipmentMoved.class,
                    Field.SHIPMENT,
                    ShipmentMoved::shipment,
                    ShipmentMoved::state,
                    ShipmentMoved::new),
            EventShapes.whole(
                    "return-requested",
                    ReturnRequested.class,
                    ReturnRequested::requested,
                    FulfilmentCodec::writeReturn,
                    FulfilmentCodec::readReturn,
                    ReturnRequested::new),
            new EventCodec<>(
                    "return-received",
                    ReturnReceived.class,
                    FulfilmentEvents::writeReceived,
                    FulfilmentEvents::readReceived),
            EventShapes.moved(
                    "return-moved",
                    ReturnMoved.class,
                    Field.RETURN,
                    ReturnMoved::returned,
                    ReturnMoved::state,
                    ReturnMoved::new));

    private FulfilmentEvents() {}

    private static void writeFailed(FieldWriter out, ShipmentFailed event) throws IOException {
        out.text(Field.SHIPMENT, event.shipment());
        out.flag(Field.LOST, event.lost());
    }

    private static ShipmentFailed readFailed(FieldReader in) throws IOException {
        String shipment = null;
        boolean lost = false;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case SHIPMENT -> shipment = in.text();
                case LOST -> lost = in.flag();
                default -> throw in.unexpected(field);
            }
        }
        return new ShipmentFailed(in.required(shipment, Field.SHIPMENT), lost);
    }

    private static void writeReceived(FieldWriter out, ReturnReceived event) throws IOException {
        out.text(Field.RETURN, event.returned());
        out.objects(Field.LINES, event.lines(), FulfilmentCodec::writeReturnLine);
        out.amount(Field.REFUND, event.refund());
    }

    private static ReturnReceived readReceived(FieldReader in) throws IOException {
        String returned = null;
        List<ReturnLine> lines = List.of();
        Money refund = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case RETURN -> returned = in.text();
                case LINES -> lines = in.objects(FulfilmentCodec::readReturnLine);
                case REFUND -> refund = in.amount();
                default -> throw in.unexpected(field);
            }
        }
        return new ReturnReceived(in.required(returned, Field.RETURN), lines, in.orZero(refund));
    }
}
