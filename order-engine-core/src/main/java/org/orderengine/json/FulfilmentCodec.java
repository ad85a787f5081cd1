package org.orderengine.json;

import static org.orderengine.json.Part.amount;
import static org.orderengine.json.Part.flag;
import static org.orderengine.json.Part.number;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.optional;
import static org.orderengine.json.Part.optionalInstant;
import static org.orderengine.json.Part.optionalText;
import static org.orderengine.json.Part.text;
import static org.orderengine.json.Part.texts;
import static org.orderengine.json.Part.word;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.model.Shipment;

/** Units of lines, shipments and returns. */
final class FulfilmentCodec {

    private static final Words<Return.Kind> KINDS = new Words<>(Return.Kind.class, Return.Kind.values());
    private static final Words<Shipment.Stage> STAGES = new Words<>(Shipment.Stage.class, Shipment.Stage.values());

    private static final Shape<LineQuantity> QUANTITY_SHAPE = Shape.of(
            text(Field.LINE, LineQuantity::line), number(Field.QUANTITY, LineQuantity::quantity), LineQuantity::new);

    static final Codec<LineQuantity> QUANTITY =
            Codec.of((out, quantity) -> QUANTITY_SHAPE.write(out, quantity), in -> QUANTITY_SHAPE.read(in));

    static final Shape<Shipment> SHIPMENT = Shape.of(
            text(Field.SHIPMENT, Shipment::id),
            text(Field.STATE, Shipment::state),
            stage(),
            objects(Field.LINES, QUANTITY, Shipment::lines),
            objects(Field.UNHELD, QUANTITY, Shipment::unheld),
            optionalText(Field.CARRIER, Shipment::carrier),
            optionalText(Field.TRACKING, Shipment::tracking),
            optionalInstant(Field.DELIVERED_AT, Shipment::deliveredAt),
            optionalText(Field.LOCATION, Shipment::location),
            (id, state, stage, lines, unheld, carrier, tracking, deliveredAt, location) -> new Shipment(
                    id,
                    state,
                    stage == null ? stageOf(state) : stage,
                    lines,
                    unheld,
                    carrier,
                    tracking,
                    deliveredAt,
                    location));

    static final Shape<ReturnLine> RETURN_LINE = Shape.of(
            text(Field.LINE, ReturnLine::line),
            number(Field.REQUESTED, ReturnLine::requested),
            number(Field.ACCEPTED, ReturnLine::accepted),
            number(Field.DAMAGED, ReturnLine::damaged),
            number(Field.REJECTED, ReturnLine::rejected),
            ReturnLine::new);

    private static final Shape<Return.Replacement> REPLACEMENT = Shape.of(
            text(Field.SKU, Return.Replacement::sku),
            number(Field.QUANTITY, Return.Replacement::quantity),
            Return.Replacement::new);

    static final Shape<Return> RETURN = Shape.of(
            text(Field.RETURN, Return::id),
            word(Field.KIND, KINDS, Return.Kind.RETURN, Return::kind),
            text(Field.STATE, Return::state),
            objects(Field.LINES, RETURN_LINE, Return::lines),
            objects(Field.REPLACEMENT, REPLACEMENT, Return::replacement),
            amount(Field.REFUND, Return::refund),
            optionalText(Field.REASON, Return::reason),
            flag(Field.ENDED, Return::ended),
            texts(Field.REPLACED_BY, Return::replacedBy),
            Return::new);

    private FulfilmentCodec() {}

    /** Most states stand for the stage of their name, and then it is not written. */
    private static Part<Shipment, Shipment.@Nullable Stage> stage() {
        return optional(
                Field.STAGE,
                (out, shipment) ->
                        out.word(Field.STAGE, STAGES, shipment.stage(), Shipment.Stage.named(shipment.state())),
                in -> in.word(STAGES));
    }

    private static Shipment.Stage stageOf(String state) {
        Shipment.Stage stage = Shipment.Stage.named(state);
        if (stage == null) {
            throw new IllegalArgumentException("\"" + Field.STAGE + "\" is missing");
        }
        return stage;
    }
}
