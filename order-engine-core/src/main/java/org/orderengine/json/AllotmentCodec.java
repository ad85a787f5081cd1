package org.orderengine.json;

import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.text;
import static org.orderengine.json.Part.word;

import org.orderengine.model.Allotment;

/** Which location is asked for what of a reservation. */
final class AllotmentCodec {

    private static final Words<Allotment.Status> STATUSES =
            new Words<>(Allotment.Status.class, Allotment.Status.values());

    static final Shape<Allotment> PART = Shape.of(
            text(Field.LOCATION, Allotment::location),
            objects(Field.LINES, FulfilmentCodec.QUANTITY, Allotment::lines),
            word(Field.STATUS, STATUSES, Allotment.Status.OWED, Allotment::status),
            objects(Field.BACKORDERED, FulfilmentCodec.QUANTITY, Allotment::backordered),
            objects(Field.MISSING, FulfilmentCodec.QUANTITY, Allotment::missing),
            Allotment::new);

    private AllotmentCodec() {}
}
