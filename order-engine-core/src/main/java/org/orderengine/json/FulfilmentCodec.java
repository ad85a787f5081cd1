package org.orderengine.json;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.model.Shipment;

/** Units of lines, shipments and returns. */
final class FulfilmentCodec {

    private static final Words<Return.Kind> KINDS = new Words<>(Return.Kind.class, Return.Kind.values());
    private static final Words<Shipment.Stage> STAGES = new Words<>(Shipment.Stage.class, Shipment.Stage.values());

    private FulfilmentCodec() {}

    static void writeQuantity(FieldWriter out, LineQuantity quantity) throws IOException {
        out.text(Field.LINE, quantity.line());
        out.number(Field.QUANTITY, quantity.quantity());
    }

    static LineQuantity readQuantity(FieldReader in) throws IOException {
        String line = null;
        long quantity = 0;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case LINE -> line = in.text();
                case QUANTITY -> quantity = in.number();
                default -> throw in.unexpected(field);
            }
        }
        return new LineQuantity(in.required(line, Field.LINE), quantity);
    }

    static void writeShipment(FieldWriter out, Shipment shipment) throws IOException {
        out.text(Field.SHIPMENT, shipment.id());
        out.text(Field.STATE, shipment.state());
        out.word(Field.STAGE, STAGES, shipment.stage(), Shipment.Stage.named(shipment.state()));
        out.objects(Field.LINES, shipment.lines(), FulfilmentCodec::writeQuantity);
        out.objects(Field.UNHELD, shipment.unheld(), FulfilmentCodec::writeQuantity);
        out.text(Field.CARRIER, shipment.carrier());
        out.text(Field.TRACKING, shipment.tracking());
        if (shipment.deliveredAt() != null) {
            out.instant(Field.DELIVERED_AT, shipment.deliveredAt());
        }
        out.text(Field.LOCATION, shipment.location());
    }

    /** Most states stand for the stage of their name, and then it is not written. */
    static Shipment readShipment(FieldReader in) throws IOException {
        String id = null;
        String state = null;
        Shipment.Stage stage = null;
        List<LineQuantity> lines = List.of();
        List<LineQuantity> unheld = List.of();
        String carrier = null;
        String tracking = null;
        Instant deliveredAt = null;
        String location = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case SHIPMENT -> id = in.text();
                case STATE -> state = in.text();
                case STAGE -> stage = in.word(STAGES);
                case LINES -> lines = in.objects(FulfilmentCodec::readQuantity);
                case UNHELD -> unheld = in.objects(FulfilmentCodec::readQuantity);
                case CARRIER -> carrier = in.text();
                case TRACKING -> tracking = in.text();
                case DELIVERED_AT -> deliveredAt = in.instant();
                case LOCATION -> location = in.text();
                default -> throw in.unexpected(field);
            }
        }
        return new Shipment(
                in.required(id, Field.SHIPMENT),
                in.required(state, Field.STATE),
                in.required(stage == null && state != null ? Shipment.Stage.named(state) : stage, Field.STAGE),
                lines,
                unheld,
                carrier,
                tracking,
                deliveredAt,
                location);
    }

    static void writeReturn(FieldWriter out, Return returned) throws IOException {
        out.text(Field.RETURN, returned.id());
        out.word(Field.KIND, KINDS, returned.kind(), Return.Kind.RETURN);
        out.text(Field.STATE, returned.state());
        out.objects(Field.LINES, returned.lines(), FulfilmentCodec::writeReturnLine);
        out.objects(Field.REPLACEMENT, returned.replacement(), FulfilmentCodec::writeReplacement);
        out.amount(Field.REFUND, returned.refund());
        out.text(Field.REASON, returned.reason());
        out.flag(Field.ENDED, returned.ended());
        out.texts(Field.REPLACED_BY, returned.replacedBy());
    }

    static Return readReturn(FieldReader in) throws IOException {
        String id = null;
        Return.Kind kind = Return.Kind.RETURN;
        String state = null;
        List<ReturnLine> lines = List.of();
        List<Return.Replacement> replacement = List.of();
        Money refund = null;
        String reason = null;
        boolean ended = false;
        List<String> replacedBy = List.of();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case RETURN -> id = in.text();
                case KIND -> kind = in.word(KINDS);
                case STATE -> state = in.text();
                case LINES -> lines = in.objects(FulfilmentCodec::readReturnLine);
                case REPLACEMENT -> replacement = in.objects(FulfilmentCodec::readReplacement);
                case REFUND -> refund = in.amount();
                case REASON -> reason = in.text();
                case ENDED -> ended = in.flag();
                case REPLACED_BY -> replacedBy = in.texts();
                default -> throw in.unexpected(field);
            }
        }
        return new Return(
                in.required(id, Field.RETURN),
                kind,
                in.required(state, Field.STATE),
                lines,
                replacement,
                in.orZero(refund),
                reason,
                ended,
                replacedBy);
    }

    private static void writeReplacement(FieldWriter out, Return.Replacement replacement) throws IOException {
        out.text(Field.SKU, replacement.sku());
        out.number(Field.QUANTITY, replacement.quantity());
    }

    private static Return.Replacement readReplacement(FieldReader in) throws IOException {
        String sku = null;
        long quantity = 0;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case SKU -> sku = in.text();
                case QUANTITY -> quantity = in.number();
                default -> throw in.unexpected(field);
            }
        }
        return new Return.Replacement(in.required(sku, Field.SKU), quantity);
    }

    static void writeReturnLine(FieldWriter out, ReturnLine line) throws IOException {
        out.text(Field.LINE, line.line());
        out.number(Field.REQUESTED, line.requested());
        out.number(Field.ACCEPTED, line.accepted());
        out.number(Field.DAMAGED, line.damaged());
        out.number(Field.REJECTED, line.rejected());
    }

    static ReturnLine readReturnLine(FieldReader in) throws IOException {
        String line = null;
        long requested = 0;
        long accepted = 0;
        long damaged = 0;
        long rejected = 0;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case LINE -> line = in.text();
                case REQUESTED -> requested = in.number();
                case ACCEPTED -> accepted = in.number();
                case DAMAGED -> damaged = in.number();
                case REJECTED -> rejected = in.number();
                default -> throw in.unexpected(field);
            }
        }
        return new ReturnLine(in.required(line, Field.LINE), requested, accepted, damaged, rejected);
    }
}
