package org.orderengine.json;

import static org.orderengine.json.Part.inline;
import static org.orderengine.json.Part.object;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.smallNumber;
import static org.orderengine.json.Part.text;

import org.orderengine.event.Event.ProcessMigrated;
import org.orderengine.model.ProcessReference;

/** The event that an order follows another process. */
final class MigrationCodec {

    private static final Shape<ProcessReference> REFERENCE = Shape.of(
            text(Field.PROCESS, ProcessReference::name),
            smallNumber(Field.VERSION, ProcessReference::version),
            ProcessReference::new);

    static final Shape<ProcessMigrated> MIGRATED = Shape.of(
            object(Field.FROM, REFERENCE, ProcessMigrated::from),
            inline(REFERENCE, ProcessMigrated::to),
            inline(FlowCodec.POSITION, ProcessMigrated::position),
            objects(Field.RUNS, FlowCodec.RUN, ProcessMigrated::runs),
            objects(Field.TIMERS, FlowCodec.TIMER, ProcessMigrated::timers),
            objects(Field.EFFECTS, EffectCodec.EFFECT, ProcessMigrated::effects),
            (from, to, position, runs, timers, effects) ->
                    new ProcessMigrated(from, to, position, runs, effects, timers));

    private MigrationCodec() {}
}
