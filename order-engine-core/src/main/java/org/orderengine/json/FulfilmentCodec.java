package org.orderengine.json;

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
            Field.LINE.text(LineQuantity::line), Field.QUANTITY.number(LineQuantity::quantity), LineQuantity::new);

    static final Codec<LineQuantity> QUANTITY =
            Codec.of((out, quantity) -> QUANTITY_SHAPE.write(out, quantity), in -> QUANTITY_SHAPE.read(in));

    static final Shape<Shipment> SHIPMENT = Shape.of(
            Field.SHIPMENT.text(Shipment::id),
            Field.STATE.text(Shipment::state),
            stage(),
            Field.LINES.objects(QUANTITY, Shipment::lines),
            Field.UNHELD.objects(QUANTITY, Shipment::unheld),
            Field.CARRIER.optionalText(Shipment::carrier),
            Field.TRACKING.optionalText(Shipment::tracking),
            Field.DELIVERED_AT.optionalInstant(Shipment::deliveredAt),
            Field.LOCATION.optionalText(Shipment::location),
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
            Field.LINE.text(ReturnLine::line),
            Field.REQUESTED.number(ReturnLine::requested),
            Field.ACCEPTED.number(ReturnLine::accepted),
            Field.DAMAGED.number(ReturnLine::damaged),
            Field.REJECTED.number(ReturnLine::rejected),
            ReturnLine::new);

    private static final Shape<Return.Replacement> REPLACEMENT = Shape.of(
            Field.SKU.text(Return.Replacement::sku),
            Field.QUANTITY.number(Return.Replacement::quantity),
            Return.Replacement::new);

    static final Shape<Return> RETURN = Shape.of(
            Field.RETURN.text(Return::id),
            Field.KIND.word(KINDS, Return.Kind.RETURN, Return::kind),
            Field.STATE.text(Return::state),
            Field.LINES.objects(RETURN_LINE, Return::lines),
            Field.REPLACEMENT.objects(REPLACEMENT, Return::replacement),
            Field.REFUND.amount(Return::refund),
            Field.REASON.optionalText(Return::reason),
            Field.ENDED.flag(Return::ended),
            Field.REPLACED_BY.texts(Return::replacedBy),
            Return::new);

    private FulfilmentCodec() {}

    /** Most states stand for the stage of their name, and then it is not written. */
    private static Part<Shipment, Shipment.@Nullable Stage> stage() {
        ObjectWriter<Shipment> writer = (out, shipment) ->
                out.word(Field.STAGE, STAGES, shipment.stage(), Shipment.Stage.named(shipment.state()));
        return Field.STAGE.optional(writer, in -> in.word(STAGES));
    }

    private static Shipment.Stage stageOf(String state) {
        Shipment.Stage stage = Shipment.Stage.named(state);
        if (stage == null) {
            throw new IllegalArgumentException("\"" + Field.STAGE + "\" is missing");
        }
        return stage;
    }
}
