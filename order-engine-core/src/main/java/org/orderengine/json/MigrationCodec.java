package org.orderengine.json;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.orderengine.event.Event.ProcessMigrated;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.model.ProcessReference;
import org.orderengine.model.Run;
import org.orderengine.model.Timer;

/** The event that an order follows another process. */
final class MigrationCodec {

    private MigrationCodec() {}

    static void write(FieldWriter out, ProcessMigrated event) throws IOException {
        out.object(Field.FROM, event.from(), MigrationCodec::writeReference);
        writeReference(out, event.to());
        FlowCodec.writePosition(out, event.position());
        out.objects(Field.RUNS, event.runs(), FlowCodec::writeRun);
        out.objects(Field.TIMERS, event.timers(), FlowCodec::writeTimer);
        out.objects(Field.EFFECTS, event.effects(), EffectCodec::write);
    }

    static ProcessMigrated read(FieldReader in) throws IOException {
        ProcessReference from = null;
        String process = null;
        int version = 0;
        List<String> states = List.of();
        Map<String, List<String>> history = Map.of();
        boolean ended = false;
        List<Run> runs = List.of();
        List<OwedEffect> effects = List.of();
        List<Timer> timers = List.of();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case FROM -> from = in.object(MigrationCodec::readReference);
                case PROCESS -> process = in.text();
                case VERSION -> version = in.smallNumber();
                case STATES -> states = in.texts();
                case HISTORY -> history = in.textsMap();
                case ENDED -> ended = in.flag();
                case RUNS -> runs = in.objects(FlowCodec::readRun);
                case EFFECTS -> effects = in.objects(EffectCodec::read);
                case TIMERS -> timers = in.objects(FlowCodec::readTimer);
                default -> throw in.unexpected(field);
            }
        }
        return new ProcessMigrated(
                in.required(from, Field.FROM),
                new ProcessReference(in.required(process, Field.PROCESS), version),
                new Position(states, history, ended),
                runs,
                effects,
                timers);
    }

    private static void writeReference(FieldWriter out, ProcessReference reference) throws IOException {
        out.text(Field.PROCESS, reference.name());
        out.number(Field.VERSION, reference.version());
    }

    private static ProcessReference readReference(FieldReader in) throws IOException {
        String process = null;
        int version = 0;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case PROCESS -> process = in.text();
                case VERSION -> version = in.smallNumber();
                default -> throw in.unexpected(field);
            }
        }
        return new ProcessReference(in.required(process, Field.PROCESS), version);
    }
}
