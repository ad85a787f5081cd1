package org.orderengine.json;

import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.text;
import static org.orderengine.json.Part.word;

import org.orderengine.model.AllocatedPart;

/** Which location is asked for what of a reservation. */
final class AllocatedPartCodec {

    private static final Words<AllocatedPart.Status> STATUSES =
            new Words<>(AllocatedPart.Status.class, AllocatedPart.Status.values());

    static final Shape<AllocatedPart> PART = Shape.of(
            text(Field.LOCATION, AllocatedPart::location),
            objects(Field.LINES, FulfilmentCodec.QUANTITY, AllocatedPart::lines),
            word(Field.STATUS, STATUSES, AllocatedPart.Status.OWED, AllocatedPart::status),
            objects(Field.BACKORDERED, FulfilmentCodec.QUANTITY, AllocatedPart::backordered),
            objects(Field.MISSING, FulfilmentCodec.QUANTITY, AllocatedPart::missing),
            AllocatedPart::new);

    private AllocatedPartCodec() {}
}
