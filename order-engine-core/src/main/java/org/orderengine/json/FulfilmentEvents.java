package org.orderengine.json;

import java.io.IOException;
import java.time.Instant;
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
            new EventCodec<>(
                    "shipment-delivered",
                    ShipmentDelivered.class,
                    FulfilmentEvents::writeDelivered,
                    FulfilmentEvents::readDelivered),
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
            new EventCodec<>(
                    "return-moved", ReturnMoved.class, FulfilmentEvents::writeMoved, FulfilmentEvents::readMoved),
            new EventCodec<>(
                    "return-replaced",
                    ReturnReplaced.class,
                    FulfilmentEvents::writeReplaced,
                    FulfilmentEvents::readReplaced));

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

    private static void writeDelivered(FieldWriter out, ShipmentDelivered event) throws IOException {
        out.text(Field.SHIPMENT, event.shipment());
        if (event.at() != null) {
            out.instant(Field.DELIVERED_AT, event.at());
        }
    }

    private static ShipmentDelivered readDelivered(FieldReader in) throws IOException {
        String shipment = null;
        Instant at = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case SHIPMENT -> shipment = in.text();
                case DELIVERED_AT -> at = in.instant();
                default -> throw in.unexpected(field);
            }
        }
        return new ShipmentDelivered(in.required(shipment, Field.SHIPMENT), at);
    }

    private static void writeMoved(FieldWriter out, ReturnMoved event) throws IOException {
        out.text(Field.RETURN, event.returned());
        out.text(Field.STATE, event.state());
        out.flag(Field.ENDED, event.ended());
    }

    private static ReturnMoved readMoved(FieldReader in) throws IOException {
        String returned = null;
        String state = null;
        boolean ended = false;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case RETURN -> returned = in.text();
                case STATE -> state = in.text();
                case ENDED -> ended = in.flag();
                default -> throw in.unexpected(field);
            }
        }
        return new ReturnMoved(in.required(returned, Field.RETURN), in.required(state, Field.STATE), ended);
    }

    private static void writeReplaced(FieldWriter out, ReturnReplaced event) throws IOException {
        out.text(Field.RETURN, event.returned());
        out.texts(Field.LINES, event.lines());
    }

    private static ReturnReplaced readReplaced(FieldReader in) throws IOException {
        String returned = null;
        List<String> lines = List.of();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case RETURN -> returned = in.text();
                case LINES -> lines = in.texts();
                default -> throw in.unexpected(field);
            }
        }
        return new ReturnReplaced(in.required(returned, Field.RETURN), lines);
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
