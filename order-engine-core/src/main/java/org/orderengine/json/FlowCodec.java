package org.orderengine.json;

import static org.orderengine.json.Part.flag;
import static org.orderengine.json.Part.texts;
import static org.orderengine.json.Part.textsMap;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.orderengine.command.Payload;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.model.Problem;
import org.orderengine.model.Run;
import org.orderengine.model.Timer;

/** Positions, busy states, timers, kept actions and problems. */
final class FlowCodec {

    private static final Words<Run.Ending> ENDINGS = new Words<>(Run.Ending.class, Run.Ending.values());

    static final Shape<Position> POSITION = Shape.of(
            texts(Field.STATES, Position::states),
            textsMap(Field.HISTORY, Position::history),
            flag(Field.ENDED, Position::ended),
            Position::new);

    static final Codec<Run> RUN = Codec.of(FlowCodec::writeRun, FlowCodec::readRun);
    static final Codec<Timer> TIMER = Codec.of(FlowCodec::writeTimer, FlowCodec::readTimer);
    static final Codec<DeferredAction> DEFERRED = Codec.of(FlowCodec::writeDeferred, FlowCodec::readDeferred);

    private FlowCodec() {}

    static void writeRun(FieldWriter out, Run run) throws IOException {
        out.text(Field.STATE, run.state());
        out.objectIfAny(Field.PROBLEM, run.problem(), ProblemCodec.PROBLEM);
        out.word(Field.ENDING, ENDINGS, run.ending(), Run.Ending.DONE);
        out.objects(Field.DONE, run.done(), EffectCodec::write);
    }

    static Run readRun(FieldReader in) throws IOException {
        String state = null;
        Problem problem = null;
        Run.Ending ending = Run.Ending.DONE;
        List<OwedEffect> done = List.of();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case STATE -> state = in.text();
                case PROBLEM -> problem = in.object(ProblemCodec.PROBLEM);
                case ENDING -> ending = in.word(ENDINGS);
                case DONE -> done = in.objects(EffectCodec::read);
                default -> throw in.unexpected(field);
            }
        }
        return new Run(in.required(state, Field.STATE), problem, ending, done);
    }

    static void writeTimer(FieldWriter out, Timer timer) throws IOException {
        out.text(Field.TIMER, timer.name());
        out.text(Field.STATE, timer.state());
        out.instant(Field.DUE, timer.due());
        out.number(Field.EPOCH, timer.epoch());
    }

    static Timer readTimer(FieldReader in) throws IOException {
        String name = null;
        String state = null;
        Instant due = null;
        long epoch = 0;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case TIMER -> name = in.text();
                case STATE -> state = in.text();
                case DUE -> due = in.instant();
                case EPOCH -> epoch = in.number();
                default -> throw in.unexpected(field);
            }
        }
        return new Timer(
                in.required(name, Field.TIMER), in.required(state, Field.STATE), in.required(due, Field.DUE), epoch);
    }

    static void writeDeferred(FieldWriter out, DeferredAction deferred) throws IOException {
        out.text(Field.ACTION, deferred.action());
        out.number(Field.REVISION, deferred.revision());
        out.instant(Field.SINCE, deferred.since());
        if (!deferred.payload().isEmpty()) {
            out.object(Field.PAYLOAD, Payload.of(deferred.payload()), PayloadCodec::write);
        }
    }

    static DeferredAction readDeferred(FieldReader in) throws IOException {
        String action = null;
        long revision = 0;
        Instant since = null;
        Payload payload = Payload.EMPTY;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case ACTION -> action = in.text();
                case REVISION -> revision = in.number();
                case SINCE -> since = in.instant();
                case PAYLOAD -> payload = in.object(PayloadCodec::read);
                default -> throw in.unexpected(field);
            }
        }
        return new DeferredAction(
                revision, in.required(since, Field.SINCE), in.required(action, Field.ACTION), payload.toMap());
    }
}
