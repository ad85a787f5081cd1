package org.orderengine.json;

import static org.orderengine.json.Part.flag;
import static org.orderengine.json.Part.instant;
import static org.orderengine.json.Part.number;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.optionalObject;
import static org.orderengine.json.Part.payload;
import static org.orderengine.json.Part.text;
import static org.orderengine.json.Part.texts;
import static org.orderengine.json.Part.textsMap;
import static org.orderengine.json.Part.word;

import org.orderengine.model.DeferredAction;
import org.orderengine.model.Position;
import org.orderengine.model.Run;
import org.orderengine.model.Timer;

/** Positions, busy states, timers and kept actions. */
final class FlowCodec {

    private static final Words<Run.Ending> ENDINGS = new Words<>(Run.Ending.class, Run.Ending.values());

    static final Shape<Position> POSITION = Shape.of(
            texts(Field.STATES, Position::states),
            textsMap(Field.HISTORY, Position::history),
            flag(Field.ENDED, Position::ended),
            Position::new);

    private static final Shape<Run> RUN_SHAPE = Shape.of(
            text(Field.STATE, Run::state),
            optionalObject(Field.PROBLEM, ProblemCodec.PROBLEM, Run::problem),
            word(Field.ENDING, ENDINGS, Run.Ending.DONE, Run::ending),
            objects(Field.DONE, EffectCodec.EFFECT, Run::done),
            Run::new);

    static final Codec<Run> RUN = Codec.of((out, run) -> RUN_SHAPE.write(out, run), in -> RUN_SHAPE.read(in));

    private static final Shape<Timer> TIMER_SHAPE = Shape.of(
            text(Field.TIMER, Timer::name),
            text(Field.STATE, Timer::state),
            instant(Field.DUE, Timer::due),
            number(Field.EPOCH, Timer::epoch),
            Timer::new);

    static final Codec<Timer> TIMER =
            Codec.of((out, timer) -> TIMER_SHAPE.write(out, timer), in -> TIMER_SHAPE.read(in));

    static final Shape<DeferredAction> DEFERRED = Shape.of(
            text(Field.ACTION, DeferredAction::action),
            number(Field.REVISION, DeferredAction::revision),
            instant(Field.SINCE, DeferredAction::since),
            payload(Field.PAYLOAD, DeferredAction::payload),
            (action, revision, since, payload) -> new DeferredAction(revision, since, action, payload));

    private FlowCodec() {}
}
