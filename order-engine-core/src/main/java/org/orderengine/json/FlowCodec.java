package org.orderengine.json;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    private FlowCodec() {}

    static void writePosition(FieldWriter out, Position position) throws IOException {
        out.texts(Field.STATES, position.states());
        out.textsMap(Field.HISTORY, position.history());
        out.flag(Field.ENDED, position.ended());
    }

    static Position readPosition(FieldReader in) throws IOException {
        List<String> states = List.of();
        Map<String, List<String>> history = Map.of();
        boolean ended = false;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case STATES -> states = in.texts();
                case HISTORY -> history = in.textsMap();
                case ENDED -> ended = in.flag();
                default -> throw in.unexpected(field);
            }
        }
        return new Position(states, history, ended);
    }

    static void writeRun(FieldWriter out, Run run) throws IOException {
        out.text(Field.STATE, run.state());
        writeProblem(out, run.problem());
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
                case PROBLEM -> problem = in.object(FlowCodec::readProblem);
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

    /** Writes a problem where there is one. */
    static void writeProblem(FieldWriter out, @Nullable Problem problem) throws IOException {
        if (problem != null) {
            out.object(Field.PROBLEM, problem, FlowCodec::writeProblemFields);
        }
    }

    private static void writeProblemFields(FieldWriter out, Problem problem) throws IOException {
        out.text(Field.CODE, problem.code());
        out.text(Field.MESSAGE, problem.message());
    }

    static Problem readProblem(FieldReader in) throws IOException {
        String code = null;
        String message = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case CODE -> code = in.text();
                case MESSAGE -> message = in.text();
                default -> throw in.unexpected(field);
            }
        }
        return new Problem(in.required(code, Field.CODE), in.required(message, Field.MESSAGE));
    }
}
