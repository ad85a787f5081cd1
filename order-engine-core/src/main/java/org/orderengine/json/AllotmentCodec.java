package org.orderengine.json;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.orderengine.event.Event.EffectAllotted;
import org.orderengine.model.Allotment;
import org.orderengine.model.EffectId;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Problem;

/** Which location is asked for what of a reservation. */
final class AllotmentCodec {

    private static final Words<Allotment.Status> STATUSES =
            new Words<>(Allotment.Status.class, Allotment.Status.values());

    private AllotmentCodec() {}

    static void write(FieldWriter out, Allotment part) throws IOException {
        out.text(Field.LOCATION, part.location());
        out.objects(Field.LINES, part.lines(), FulfilmentCodec::writeQuantity);
        out.word(Field.STATUS, STATUSES, part.status(), Allotment.Status.OWED);
        out.objects(Field.BACKORDERED, part.backordered(), FulfilmentCodec::writeQuantity);
        out.objects(Field.MISSING, part.missing(), FulfilmentCodec::writeQuantity);
    }

    static Allotment read(FieldReader in) throws IOException {
        String location = null;
        List<LineQuantity> lines = List.of();
        Allotment.Status status = Allotment.Status.OWED;
        List<LineQuantity> backordered = List.of();
        List<LineQuantity> missing = List.of();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case LOCATION -> location = in.text();
                case LINES -> lines = in.objects(FulfilmentCodec::readQuantity);
                case STATUS -> status = in.word(STATUSES);
                case BACKORDERED -> backordered = in.objects(FulfilmentCodec::readQuantity);
                case MISSING -> missing = in.objects(FulfilmentCodec::readQuantity);
                default -> throw in.unexpected(field);
            }
        }
        return new Allotment(in.required(location, Field.LOCATION), lines, status, backordered, missing);
    }

    static void writeAllotted(FieldWriter out, EffectAllotted event) throws IOException {
        out.text(Field.EFFECT, event.effect().toString());
        out.objects(Field.PARTS, event.parts(), AllotmentCodec::write);
        out.instant(Field.DUE, event.due());
        FlowCodec.writeProblem(out, event.problem());
    }

    static EffectAllotted readAllotted(FieldReader in) throws IOException {
        EffectId effect = null;
        List<Allotment> parts = List.of();
        Instant due = null;
        Problem problem = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case EFFECT -> effect = in.effectId();
                case PARTS -> parts = in.objects(AllotmentCodec::read);
                case DUE -> due = in.instant();
                case PROBLEM -> problem = in.object(FlowCodec::readProblem);
                default -> throw in.unexpected(field);
            }
        }
        return new EffectAllotted(in.required(effect, Field.EFFECT), parts, in.required(due, Field.DUE), problem);
    }
}
